/** Rules for operations, parameters, bodies and answers. */
import type { Rule } from "./rules.js";
import { major, majorForAll, minor, minorUpgrade, nothing, patch, patchUpgrade } from "./verdict.js";

export const operationRules = {
  "operation-added": {
    title: "Operation {name} was added",
    verdict: minor("nothing", "The client gets a new function.", nothing),
  },
  "operation-removed": {
    title: "Operation {name} was removed",
    verdict: majorForAll("names", "The function is gone from the client, and the API no longer answers the call.", "Remove the calls, or find the operation that replaces it."),
  },
  "operation-renamed": {
    title: "Operation {name} was renamed",
    verdict: major("names", "The function and the types named after it have another name.", "Rename the calls and the imports; or keep the old name in names.lock.json."),
  },
  "operation-id-changed": {
    title: "The operationId of {name} changed",
    verdict: major("names", "`call()` and `operations` are keyed by operationId; functions and types keep their names.", "Use the new id in `call()` and `operations`."),
  },
  "operation-regrouped": {
    title: "Operation {name} moved to another group",
    verdict: major("names", "The method stands under another group of the client.", "Call it under the new group, or import the function by its own name, which stays."),
  },
  "operation-tags-changed": {
    title: "The tags of {name} changed",
    verdict: patch("nothing", "The first tag, which names the group, is the same.", nothing),
  },
  "operation-moved": {
    title: "Operation {name} has another address",
    verdict: patchUpgrade("behaviour", "Method or path changed. The function keeps its name and arguments, and the old address may be gone.", "Upgrade. Code that names the path itself (`raw`, the `paths` type) names the new one."),
  },
  "operation-deprecated": {
    title: "Operation {name} is deprecated",
    verdict: minor("nothing", "The vendor means to remove it.", "Plan to move away from it."),
  },
  "operation-undeprecated": {
    title: "Operation {name} is no longer deprecated",
    verdict: patch("nothing", "The mark is gone.", nothing),
  },
  "pagination-added": {
    title: "{name} can be paged through",
    verdict: minor("nothing", "The client knows how to get the next page.", nothing),
  },
  "pagination-removed": {
    title: "{name} can no longer be paged through",
    verdict: major("behaviour", "The client no longer knows how to get the next page.", "Ask for each page with the operation's own parameters."),
  },
  "pagination-changed": {
    title: "{name} is paged through in another way",
    verdict: patchUpgrade("behaviour", "The next page is asked for with other parameters.", "Upgrade."),
  },
  "idempotency-changed": {
    title: "The idempotency key of {name} changed",
    verdict: patch("behaviour", "Whether the client may try this call again depends on the key.", "Check that retries of this call are what you want."),
  },
  "require-one-of-tightened": {
    title: "{name} demands one of several parameters",
    verdict: majorForAll("behaviour", "A call without any of them is refused before it is sent.", "Give one of the parameters."),
  },
  "require-one-of-loosened": {
    title: "{name} no longer demands one of several parameters",
    verdict: patch("nothing", "More calls are accepted.", nothing),
  },

  "parameter-added": {
    title: "Optional parameter {name} was added",
    verdict: minor("nothing", "Calls without it stay as they are.", nothing),
  },
  "parameter-required-added": {
    title: "Required parameter {name} was added",
    verdict: majorForAll("types", "Every call has to give it.", "Give the parameter in each call."),
  },
  "parameter-removed": {
    title: "Parameter {name} was removed",
    verdict: major("members", "A call that gives it does not compile.", "Leave the parameter out."),
  },
  "parameter-moved": {
    title: "Parameter {name} moved to another place",
    verdict: majorForAll("members", "Arguments are grouped by place, and the API reads it elsewhere now.", "Give it in the new group of arguments."),
  },
  "parameter-renamed": {
    title: "Path parameter {name} was renamed",
    verdict: major("types", "The argument has another name; on the wire nothing changed.", "Rename the argument; or keep the old name with an overlay."),
  },
  "parameter-case-changed": {
    title: "Header parameter {name} is spelled in other case",
    verdict: major("types", "Arguments are keyed by the name as written; on the wire case does not matter.", "Spell the argument the new way; or keep the old spelling with an overlay."),
  },
  "parameter-became-required": {
    title: "Parameter {name} became required",
    verdict: majorForAll("types", "Calls without it do not compile, and the API refuses them.", "Give the parameter in each call."),
  },
  "parameter-became-optional": {
    title: "Parameter {name} became optional",
    verdict: minor("nothing", "Calls may leave it out.", nothing),
  },
  "parameter-style-changed": {
    title: "Parameter {name} is written in another way",
    verdict: patchUpgrade("behaviour", "Style, explode or encoding changed; the argument's type did not.", "Upgrade: the old client writes what the API no longer reads."),
  },
  "parameter-deprecated": {
    title: "Parameter {name} is deprecated",
    verdict: minor("nothing", "The vendor means to remove it.", "Plan to do without it."),
  },
  "parameter-undeprecated": {
    title: "Parameter {name} is no longer deprecated",
    verdict: patch("nothing", "The mark is gone.", nothing),
  },

  "body-added": {
    title: "{name} takes an optional body",
    verdict: minor("nothing", "Calls without a body stay as they are.", nothing),
  },
  "body-required-added": {
    title: "{name} demands a body",
    verdict: majorForAll("types", "Every call has to give a body.", "Give the body in each call."),
  },
  "body-removed": {
    title: "{name} no longer takes a body",
    verdict: major("members", "A call that gives a body does not compile.", "Leave the body out."),
  },
  "body-became-required": {
    title: "The body of {name} became required",
    verdict: majorForAll("types", "Calls without a body do not compile, and the API refuses them.", "Give the body in each call."),
  },
  "body-became-optional": {
    title: "The body of {name} became optional",
    verdict: minor("nothing", "Calls may leave it out.", nothing),
  },
  "body-media-added": {
    title: "The body may also be {name}",
    verdict: minor("nothing", "The default media type is the same as before.", nothing),
  },
  "body-media-removed": {
    title: "The body may no longer be {name}",
    verdict: majorForAll("types", "A call that asks for this media type does not compile, and the API refuses it.", "Send another media type."),
  },
  "body-media-replaced": {
    title: "The body is sent as {name}",
    verdict: patchUpgrade("behaviour", "The media type changed; the client writes it.", "Upgrade: the API no longer reads what the old client sends."),
  },
  "body-default-media-changed": {
    title: "The body is sent as {name} unless a call says otherwise",
    verdict: major("behaviour", "Calls that name no `contentType` send another media type than before.", "Name the `contentType` where the old one is meant."),
  },
  "part-encoding-changed": {
    title: "Part {name} of the body is encoded in another way",
    verdict: patchUpgrade("behaviour", "Content type, headers or style of the part changed; the client writes it.", "Upgrade."),
  },

  "success-status-added": {
    title: "{name} is a further success",
    verdict: minorUpgrade("branches", "`data` keeps its type and `status` has one value more. A client that does not know the status refuses the answer.", "Where every status has its own branch, add one."),
  },
  "success-status-added-other-data": {
    title: "{name} is a further success, with other data",
    verdict: majorForAll("types", "`data` and what `orThrow()` gives may be of the new type too. A client that does not know the status refuses the answer.", "Look at `status` before reading `data`."),
  },
  "error-status-added": {
    title: "{name} is a further error",
    verdict: minor("branches", "`error` keeps its type; what was an undeclared status is now a result.", "Where every status has its own branch, add one."),
  },
  "error-status-added-other-error": {
    title: "{name} is a further error, of another type",
    verdict: major("types", "`error` may be of the new type too; what was an undeclared status is now a result.", "Look at `status` before reading `error`."),
  },
  "first-error-status-added": {
    title: "{name} is the first declared error",
    verdict: major("types", "The result can be a failure now, so `data` is there only where `ok` is true.", "Check `ok` before reading `data`, or use `orThrow()`."),
  },
  "status-removed": {
    title: "Status {name} is no longer declared",
    verdict: major("branches", "A branch for this status does not compile. If the API answers it all the same, the call is rejected.", "Remove the branch."),
  },
  "answer-body-added": {
    title: "Answer {name} has a body",
    verdict: major("types", "What was `undefined` has a value and a type now.", "Use the body, or nothing where the result was ignored."),
  },
  "answer-body-removed": {
    title: "Answer {name} no longer has a body",
    verdict: major("types", "What was read is `undefined` now.", "Do without the body."),
  },
  "answer-media-added": {
    title: "Answer {name} may have another media type",
    verdict: minor("nothing", "The data's type is the same.", nothing),
  },
  "answer-media-added-other-data": {
    title: "Answer {name} may have another media type, with other data",
    verdict: major("types", "The body may be of the new type too.", "Look at the type of the body before reading it."),
  },
  "answer-media-removed": {
    title: "Answer {name} lost a media type",
    verdict: majorForAll("branches", "Code that asks for this media type, or tells the bodies apart, has no such case.", "Read the body in a media type that is left."),
  },
  "answer-header-added": {
    title: "Answer header {name} was added",
    verdict: minor("nothing", "There is one header more to read.", nothing),
  },
  "answer-header-removed": {
    title: "Answer header {name} was removed",
    verdict: major("members", "Code that reads it does not compile.", "Do without the header."),
  },
  "answer-header-became-optional": {
    title: "Answer header {name} became optional",
    verdict: major("types", "It may be absent.", "Handle its absence."),
  },
  "answer-header-became-required": {
    title: "Answer header {name} is always there",
    verdict: minor("nothing", "It need no longer be checked for absence.", nothing),
  },
  "retryable-changed": {
    title: "Whether answer {name} may be tried again changed",
    verdict: patch("behaviour", "The client retries by this mark.", nothing),
  },
} as const satisfies Record<string, Rule>;

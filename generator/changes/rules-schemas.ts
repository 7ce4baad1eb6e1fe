/**
 * Rules for schemas. `in`: what the caller sends; `out`: what the caller gets. In words: a set of values that grows is
 * harmless where values go in and breaks where they come out, and the other way about; only what has no trace in a type
 * (a bound, a pattern, a format) is told by what the validators do: they throw for requests and report for answers.
 */
import type { Rule } from "./rules.js";
import { major, majorForAll, minor, nothing, patch, patchUpgrade } from "./verdict.js";

const refused = "The validator refuses what is no longer allowed before it is sent, and the API refuses it too.";
const accepted = "More is accepted than before.";
const reported = "Types are the same. Answers are validated by the new rule and differences are reported, not thrown.";
const adapt = "Send what the new rule allows.";

export const schemaRules = {
  "type-changed": {
    title: "The type of {name} changed",
    verdict: {
      in: majorForAll("types", "Values of the old type do not compile, and the API refuses them.", "Send the new type."),
      out: majorForAll("types", "What is read has another type.", "Read the new type."),
    },
  },
  "type-changed-in-text": {
    title: "The type of {name} changed",
    verdict: {
      in: major("types", "Values of the old type do not compile. Written as text in the request, they look as they did.", "Give the new type."),
      out: major("types", "What is read has another type.", "Read the new type."),
    },
  },
  "type-widened": {
    title: "{name} may be of a further type",
    verdict: {
      in: minor("nothing", accepted, nothing),
      out: majorForAll("types", "What is read may be of the further type too.", "Handle the further type."),
    },
  },
  "type-narrowed": {
    title: "{name} may be of fewer types",
    verdict: {
      in: majorForAll("types", "Values of the type that went do not compile, and the API refuses them.", "Send a type that is left."),
      out: minor("nothing", "There is less to handle.", nothing),
    },
  },
  "became-nullable": {
    title: "{name} may be null",
    verdict: {
      in: minor("nothing", accepted, nothing),
      out: majorForAll("types", "What is read may be null.", "Handle null."),
    },
  },
  "became-not-nullable": {
    title: "{name} may no longer be null",
    verdict: {
      in: majorForAll("types", "null does not compile, and the API refuses it.", "Send a value, or leave it out where it is optional."),
      out: minor("nothing", "There is no null to handle.", nothing),
    },
  },
  "enum-value-added": {
    title: "{name} has a further value",
    verdict: {
      in: minor("nothing", accepted, nothing),
      out: majorForAll("types", "The list of values is closed: a `switch` over it is no longer complete.", "Handle the further value."),
    },
  },
  "enum-value-removed": {
    title: "{name} lost a value",
    verdict: {
      in: majorForAll("types", "The value does not compile, and the API refuses it.", "Send a value that is left."),
      out: major("branches", "A `case` for the value, or a key of a `Record`, does not compile.", "Remove the branch."),
    },
  },
  "became-enum": {
    title: "{name} is one of a list of values",
    verdict: {
      in: majorForAll("types", "Other values do not compile, and the API refuses them.", "Send one of the values."),
      out: minor("nothing", "The values are known now.", nothing),
    },
  },
  "enum-dropped": {
    title: "{name} is no longer one of a list of values",
    verdict: {
      in: minor("nothing", accepted, nothing),
      out: major("types", "Any value may come.", "Handle values that are not on the old list."),
    },
  },
  "member-added": {
    title: "{name} may have a further form",
    verdict: {
      in: minor("nothing", accepted, nothing),
      out: majorForAll("types", "What is read may have the further form.", "Handle the further form."),
    },
  },
  "member-added-alike": {
    title: "{name} may have a further form that fits a known one",
    verdict: minor("nothing", "Every value of the new form is one of a form that was there.", nothing),
  },
  "member-removed-alike": {
    title: "{name} lost a form that fits another",
    verdict: patch("nothing", "Every value of the form that went is one of a form that is left.", nothing),
  },
  "member-removed": {
    title: "{name} lost a form",
    verdict: {
      in: majorForAll("types", "Values of this form do not compile, and the API refuses them.", "Send a form that is left."),
      out: major("branches", "A branch for this form does not compile.", "Remove the branch."),
    },
  },
  "tuple-changed": {
    title: "The items of {name} changed in number",
    verdict: majorForAll("types", "The positions of a tuple are part of its type.", "Write or read the new positions."),
  },
  "discriminator-changed": {
    title: "The discriminator of {name} changed",
    verdict: patch("behaviour", "Which form a value has is told in another way.", nothing),
  },

  "integer-to-number": {
    title: "{name} may have a fraction",
    verdict: { in: patch("nothing", accepted, nothing), out: patch("behaviour", "The type is `number` as before; fractions may come.", "Do not rely on whole numbers.") },
  },
  "number-to-integer": {
    title: "{name} may no longer have a fraction",
    verdict: { in: majorForAll("behaviour", refused, adapt), out: patch("nothing", reported, nothing) },
  },
  "bound-tightened": {
    title: "A bound of {name} is tighter",
    verdict: { in: majorForAll("behaviour", refused, adapt), out: patch("nothing", reported, nothing) },
  },
  "bound-loosened": {
    title: "A bound of {name} is looser",
    verdict: { in: patch("nothing", accepted, nothing), out: patch("behaviour", reported, "Do not rely on the old bound.") },
  },
  "pattern-added": {
    title: "{name} has to match a pattern",
    verdict: { in: majorForAll("behaviour", refused, adapt), out: patch("nothing", reported, nothing) },
  },
  "pattern-changed": {
    title: "{name} has to match another pattern",
    verdict: { in: majorForAll("behaviour", "Whether the new pattern allows all that the old one did cannot be told. " + refused, adapt), out: patch("behaviour", reported, nothing) },
  },
  "pattern-removed": {
    title: "{name} need not match a pattern",
    verdict: { in: patch("nothing", accepted, nothing), out: patch("behaviour", reported, nothing) },
  },
  "format-added": {
    title: "{name} has to have a format",
    verdict: { in: majorForAll("behaviour", refused, adapt), out: patch("nothing", reported, nothing) },
  },
  "format-changed": {
    title: "{name} has another format",
    verdict: { in: majorForAll("behaviour", refused, adapt), out: patch("behaviour", reported, nothing) },
  },
  "format-widened": {
    title: "{name} has a wider format",
    verdict: { in: patch("nothing", accepted, nothing), out: patch("behaviour", reported, nothing) },
  },
  "format-removed": {
    title: "{name} need not have a format",
    verdict: { in: patch("nothing", accepted, nothing), out: patch("behaviour", reported, nothing) },
  },
  "format-noted": {
    title: "What is said about the format of {name} changed",
    verdict: patch("nothing", "No validator asserts this format.", nothing),
  },
  "content-changed": {
    title: "The content of the text {name} changed",
    verdict: {
      in: patchUpgrade("behaviour", "The type is a string as before; what is in it is encoded in another way.", "Encode the text the new way."),
      out: patchUpgrade("behaviour", "The type is a string as before; what is in it is encoded in another way.", "Decode the text the new way."),
    },
  },
  "content-replaced": {
    title: "What {name} holds changed",
    verdict: patchUpgrade("behaviour", "The client hands the text or the bytes on as they are; what is in them is not what it was.", "Write or read the new content."),
  },
  "content-noted": {
    title: "What is said about the content of {name} changed",
    verdict: patch("behaviour", "The client hands the text or the bytes on as they are.", nothing),
  },
  "binary-changed": {
    title: "Whether {name} is text or bytes changed",
    verdict: { in: majorForAll("types", "A part of a form takes text or bytes.", "Send the new kind."), out: patch("behaviour", "Inside JSON both are a string.", nothing) },
  },
  "check-added": {
    title: "{name} has a further rule",
    verdict: { in: majorForAll("behaviour", refused, adapt), out: patch("nothing", reported, nothing) },
  },
  "check-changed": {
    title: "A rule of {name} changed",
    verdict: { in: majorForAll("behaviour", "Whether the new rule allows all that the old one did cannot be told. " + refused, adapt), out: patch("behaviour", reported, nothing) },
  },
  "check-removed": {
    title: "{name} has a rule less",
    verdict: { in: patch("nothing", accepted, nothing), out: patch("behaviour", reported, nothing) },
  },
  "default-changed": {
    title: "The default of {name} changed",
    verdict: {
      in: patch("behaviour", "The API assumes another value where none is given.", "Give the value where it matters."),
      out: patch("nothing", "An answer says its value.", nothing),
    },
  },

  "property-added": {
    title: "Optional property {name} was added",
    verdict: { in: minor("nothing", "Values without it stay as they are.", nothing), out: minor("nothing", "There is one property more to read.", nothing) },
  },
  "property-required-added": {
    title: "Property {name} was added",
    verdict: {
      in: majorForAll("types", "Every value has to have it.", "Give the property."),
      out: minor("nothing", "There is one property more to read. Objects that a test builds need it too.", nothing),
    },
  },
  "property-removed": {
    title: "Optional property {name} was removed",
    verdict: {
      in: major("members", "A literal that gives it does not compile.", "Leave the property out."),
      out: major("members", "Code that reads it does not compile.", "Do without the property."),
    },
  },
  "property-required-removed": {
    title: "Property {name} was removed",
    verdict: {
      in: major("members", "A literal that gives it does not compile.", "Leave the property out."),
      out: majorForAll("types", "Code that reads it does not compile, and gets nothing where it is not upgraded.", "Do without the property."),
    },
  },
  "property-became-required": {
    title: "Property {name} became required",
    verdict: {
      in: majorForAll("types", "Values without it do not compile, and the API refuses them.", "Give the property."),
      out: minor("nothing", "It need no longer be checked for absence.", nothing),
    },
  },
  "property-became-optional": {
    title: "Property {name} became optional",
    verdict: {
      in: minor("nothing", "It may be left out.", nothing),
      out: majorForAll("types", "It may be absent.", "Handle its absence."),
    },
  },
  "property-hidden": {
    title: "Property {name} goes the other way only",
    verdict: {
      in: major("members", "readOnly: the type of requests does not have it.", "Leave the property out."),
      out: major("members", "writeOnly: the type of answers does not have it.", "Do without the property."),
    },
  },
  "property-deprecated": {
    title: "Property {name} is deprecated",
    verdict: minor("nothing", "The vendor means to remove it.", "Plan to do without it."),
  },
  "property-undeprecated": {
    title: "Property {name} is no longer deprecated",
    verdict: patch("nothing", "The mark is gone.", nothing),
  },

  "index-added": {
    title: "{name} may have further properties",
    verdict: { in: minor("nothing", accepted, nothing), out: minor("nothing", "Further properties may be read.", nothing) },
  },
  "index-removed": {
    title: "{name} no longer declares further properties",
    verdict: {
      in: major("members", "A literal with further properties does not compile.", "Give declared properties only."),
      out: major("members", "Code that reads further properties does not compile.", "Read declared properties only."),
    },
  },
  "index-forbidden": {
    title: "{name} may not have further properties",
    verdict: {
      in: majorForAll("members", "A literal with further properties does not compile, and the API refuses it.", "Give declared properties only."),
      out: major("members", "Code that reads further properties does not compile.", "Read declared properties only."),
    },
  },
  "object-closed": {
    title: "{name} is closed",
    verdict: { in: majorForAll("behaviour", "Types never had further properties; values that carry some all the same are refused.", "Give declared properties only."), out: patch("nothing", reported, nothing) },
  },
  "object-opened": {
    title: "{name} is open",
    verdict: { in: patch("nothing", accepted, nothing), out: patch("nothing", reported, nothing) },
  },
  "pattern-property-added": {
    title: "Properties of {name} that match a pattern have a schema",
    verdict: { in: majorForAll("behaviour", "Properties whose names match have to fit it.", adapt), out: minor("nothing", "Their type is known now.", nothing) },
  },
  "pattern-property-removed": {
    title: "Properties of {name} that match a pattern have no schema",
    verdict: {
      in: major("members", "A literal with such properties does not compile.", "Give declared properties only."),
      out: major("members", "Code that reads such properties does not compile.", "Read declared properties only."),
    },
  },
} as const satisfies Record<string, Rule>;

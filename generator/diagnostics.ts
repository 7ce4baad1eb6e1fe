/**
 * What a run found. A code is stable and has title, cause and fix in the catalogue; an undocumented code does not compile.
 */
import type { Pointer } from "./json.js";

export type Severity = "error" | "warning" | "info";

export interface CatalogueEntry {
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
  readonly severity: Severity;
}

/** The codes, by stage. Add a row here before reporting a new code. */
export const catalogue = {
  "source/unreadable": {
    title: "The document cannot be read",
    cause: "The file is missing, is a folder, or may not be opened.",
    fix: "Check the path in vendor.yaml or on the command line.",
    severity: "error",
  },
  "source/not-utf8": {
    title: "The file is not UTF-8",
    cause: "JSON and YAML documents of OpenAPI are UTF-8; the bytes of this file are not.",
    fix: "Save the file as UTF-8.",
    severity: "error",
  },
  "source/empty": {
    title: "The document is empty",
    cause: "The file has no content besides white space and comments.",
    fix: "Check that the download was complete.",
    severity: "error",
  },
  "source/syntax": {
    title: "The file is neither JSON nor YAML",
    cause: "The parser stopped: the file is cut off, or was edited by hand with a slip.",
    fix: "Mend the place that is named, or download the file again.",
    severity: "error",
  },
  "source/yaml": {
    title: "The file breaks a rule of YAML",
    cause: "Stricter readers refuse it, mostly for a closing bracket or quote that is indented no further than its key.",
    fix: "Indent the line that is named. It was read as most readers read it.",
    severity: "warning",
  },
  "source/duplicate-key": {
    title: "A key is given twice in one object",
    cause: "JSON and YAML let only one of them count, and readers differ in which.",
    fix: "Remove one of the two.",
    severity: "error",
  },
  "source/key": {
    title: "A key of an object is no text",
    cause: "YAML allows lists and objects as keys; OpenAPI does not.",
    fix: "Give the key as plain text.",
    severity: "error",
  },
  "source/tag": {
    title: "A YAML tag is not allowed here",
    cause: "OpenAPI documents hold what JSON can say: only !!str, !!int, !!float, !!bool, !!null, !!seq and !!map are read.",
    fix: "Remove the tag, or write the value as JSON would.",
    severity: "error",
  },
  "source/alias": {
    title: "A YAML alias leads nowhere, or into itself",
    cause: "The anchor is missing, stands later in the file, or contains the alias.",
    fix: "Define the anchor before its alias, or use $ref for recursive structures.",
    severity: "error",
  },
  "source/too-large": {
    title: "The document is larger than the limit",
    cause: "Bytes, values after the expansion of aliases, nesting, the length of a name or the size of an enum is beyond what an API needs.",
    fix: "Split the document, or raise the limit that is named under `limits` in vendor.yaml.",
    severity: "error",
  },
  "source/not-openapi": {
    title: "The file is not an OpenAPI document",
    cause: "The root has neither `openapi` nor `swagger`, or is not an object.",
    fix: "Point at the file that starts with `openapi: 3.x.y` or `swagger: \"2.0\"`.",
    severity: "error",
  },
  "source/version": {
    title: "The document's version is not supported",
    cause: "Read are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2.",
    fix: "Convert the document to one of these versions.",
    severity: "error",
  },
  "source/version-read": {
    title: "The document's version is written as none is, but certain",
    cause: "The version is a text, such as \"3.1.0\"; without quotes, YAML may read a number. Swagger has one version, \"2.0\".",
    fix: "Write the version as the message has it, with quotes.",
    severity: "info",
  },
  "source/two-versions": {
    title: "The document says both `swagger` and `openapi`",
    cause: "Only one of the two can be true, and they mean different things by the same words.",
    fix: "Remove the one that does not apply.",
    severity: "error",
  },
  "vendor/manifest": {
    title: "The manifest is not valid",
    cause: "vendor.yaml misses something, or says something that it cannot say.",
    fix: "Mend the place that is named; docs/vendor.md lists every field.",
    severity: "error",
  },
  "vendor/unknown": {
    title: "There is no such vendor",
    cause: "No folder of that name below specs/ holds a vendor.yaml.",
    fix: "Check the spelling, or add the vendor with `specwright add`.",
    severity: "error",
  },
  "vendor/unused-waiver": {
    title: "A waiver matches nothing",
    cause: "The diagnostic that it accepted is gone, or its place has changed.",
    fix: "Remove the waiver from vendor.yaml, or mend its code or place.",
    severity: "error",
  },
  "vendor/changelog": {
    title: "The changelog cannot be read",
    cause: "changelog.yaml says something that it cannot say: it was edited by hand with a slip.",
    fix: "Mend the place that is named. Each waiver has a fingerprint of twelve hex digits, a bump and a reason.",
    severity: "error",
  },
  "sync/shrunk": {
    title: "Operations have vanished from the source",
    cause: "The vendor removed them, or the page was cut short, moved, or is shown differently.",
    fix: "Look at the page. If they are really gone, run sync with --accept; nothing was deleted yet.",
    severity: "error",
  },
  "sync/breaking": {
    title: "The new version breaks those who use the package",
    cause: "At least one change is major; the report names them with what to do.",
    fix: "Look at the report, then run sync with --accept; or waive a change by its fingerprint in changelog.yaml, with a reason.",
    severity: "error",
  },
  "ingest/nothing-usable": {
    title: "The page holds nothing that an API document can be made from",
    cause: "The page is prose, is drawn by a script in the browser, or belongs to a platform whose pages are not known.",
    fix: "Give the address of the OpenAPI document itself, or the Markdown form of the page (often the same address with .md).",
    severity: "error",
  },
  "ingest/cut-short": {
    title: "The page ends in the middle of a fragment",
    cause: "The download or the copy was not complete.",
    fix: "Fetch the page again.",
    severity: "error",
  },
  "ingest/fragment-syntax": {
    title: "A fragment of the page cannot be parsed",
    cause: "The fence looks like an OpenAPI fragment but holds neither JSON nor YAML, or ends too early.",
    fix: "Fetch the page again; when it stays so, tell the vendor, or save the page and mend the fence.",
    severity: "error",
  },
  "ingest/elided": {
    title: "A fragment leaves out parts",
    cause: "The page writes `...` where something stands in the real document: it illustrates, it does not define.",
    fix: "Look for a page with the whole document. What was left out is missing from the result.",
    severity: "warning",
  },
  "ingest/unread": {
    title: "A part of the page could not be read",
    cause: "A line stands where the platform's pages have none of its kind: the page was edited, or copied with what surrounds it.",
    fix: "Take the line out of the copy, if it is none of the API's; else give the page as HTML.",
    severity: "warning",
  },
  "ingest/gave-way": {
    title: "An illustration gives way to what is described in full",
    cause: "Two fragments describe one thing, and one of them leaves out parts (`...`).",
    fix: "Look at the differences; where the illustration is the newer one, tell the vendor.",
    severity: "info",
  },
  "ingest/document-elsewhere": {
    title: "The page only names its document",
    cause: "The page is drawn from an OpenAPI document at another address, which is not followed by itself.",
    fix: "Run the command with the address that is named.",
    severity: "error",
  },
  "ingest/wrong-kind": {
    title: "The page is not what its name or type says",
    cause: "An HTML page stands where Markdown was expected (often a login or an error page), or a file is neither text nor a document.",
    fix: "Open the address in a browser and look at what it gives.",
    severity: "error",
  },
  "ingest/inferred": {
    title: "Something was concluded and not read",
    cause: "The page lost it in rendering; the document marks the place with x-inferred and the evidence.",
    fix: "Check the place against the vendor's own page, or against the API.",
    severity: "info",
  },
  "ingest/confirm": {
    title: "A question that the page cannot settle",
    cause: "The page shows a part only, or contradicts itself; the document marks the place with x-confirm.",
    fix: "Answer it in answers.yaml beside the document.",
    severity: "warning",
  },
  "ingest/operation-conflict": {
    title: "Two pages describe one operation differently",
    cause: "One of the pages is older than the other, or the two show different versions of the API.",
    fix: "Give only the page that is right, or settle the difference with the vendor.",
    severity: "error",
  },
  "ingest/component-conflict": {
    title: "Two pages define one component differently",
    cause: "One of the pages is older than the other, or the vendor uses one name for two things.",
    fix: "Give only the page that is right; where both are, rename one of the two in a copy of the page.",
    severity: "error",
  },
  "ingest/duplicate-operation-id": {
    title: "Two operations have one operationId",
    cause: "The vendor's document repeats the id; ids have to be unique (OpenAPI 3.1.1, 4.8.10).",
    fix: "Check the id that was made for the second one, and give it a better one in overlay.yaml.",
    severity: "warning",
  },
  "ingest/path-renamed": {
    title: "Two pages name one path parameter differently",
    cause: "`/a/{id}` and `/a/{contactId}` are one path (OpenAPI 3.1.1, 4.8.8.1).",
    fix: "Nothing to do: the first name is used, and nothing changes on the wire.",
    severity: "info",
  },
  "ingest/unresolved-reference": {
    title: "A reference leads nowhere",
    cause: "The page left out the component that it refers to.",
    fix: "Add the page that defines the component, or define it in overlay.yaml: until then it allows everything.",
    severity: "warning",
  },
  "ingest/undefined-scheme": {
    title: "A security scheme is named but not defined",
    cause: "The page lost the scheme's definition.",
    fix: "Check what was made of the scheme's name, and define it in overlay.yaml under components.securitySchemes.",
    severity: "warning",
  },
  "ingest/mixed-versions": {
    title: "The pages mix OpenAPI 3.0 and 3.1",
    cause: "The vendor changed the version between pages.",
    fix: "Nothing to do: the 3.0 fragments were converted to 3.1.",
    severity: "info",
  },
  "ingest/host-conflict": {
    title: "Pages of Swagger 2.0 are of different hosts",
    cause: "A document of Swagger 2.0 has one host for all of its operations.",
    fix: "Ingest the pages of one host only, or convert them to OpenAPI 3 first.",
    severity: "error",
  },
  "ingest/swagger-mixed": {
    title: "The pages mix Swagger 2.0 and OpenAPI 3",
    cause: "The two describe bodies, servers and components in different places and cannot be merged piece by piece.",
    fix: "Ingest the pages of one version only, or convert the Swagger 2.0 document first.",
    severity: "error",
  },
  "ingest/redacted": {
    title: "A credential was removed from a sample",
    cause: "A sample on the page holds what looks like a real key.",
    fix: "Tell the vendor; the key should be revoked.",
    severity: "warning",
  },
  "ingest/repaired": {
    title: "A slip of the page was mended",
    cause: "A mechanical defect that has one mending only, such as a slash that a reference does not escape.",
    fix: "Nothing to do; tell the vendor.",
    severity: "info",
  },
  "ingest/fetch-failed": {
    title: "The page could not be fetched",
    cause: "The host did not answer in time, answered with an error, or cannot be reached.",
    fix: "Try again later, or save the page and give the file.",
    severity: "error",
  },
  "ingest/redirect": {
    title: "The page has moved to another host",
    cause: "The answer is a redirect to a host that was not named on the command line or in the manifest.",
    fix: "Check the new address, and give it if it is the vendor's.",
    severity: "error",
  },
  "ingest/too-large": {
    title: "The page is larger than the limit",
    cause: "The answer does not end, or the address gives something else than a page.",
    fix: "Save the page and give the file, if it really is that large.",
    severity: "error",
  },
  "ingest/exists": {
    title: "The vendor's folder exists already",
    cause: "`add` never writes over what is there.",
    fix: "Use `sync` to bring the document up to date, or choose another name.",
    severity: "error",
  },
  "model/wrong-type": {
    title: "A part of the document has the wrong type",
    cause: "An object was expected where there is a list or a plain value.",
    fix: "Compare the place with the OpenAPI specification; the part is left out meanwhile.",
    severity: "error",
  },
  "model/reference-unresolved": {
    title: "A reference leads nowhere",
    cause: "The $ref names a place that the document does not have: a slip, a renamed component, or a pointer relative to a schema.",
    fix: "Correct the $ref (a pointer starts at the document's root), or add what is missing in the overlay.",
    severity: "error",
  },
  "model/reference-cycle": {
    title: "A reference leads back to itself",
    cause: "Following the $refs never arrives at an object.",
    fix: "Let one of the references lead to the real thing.",
    severity: "error",
  },
  "model/reference-not-schema": {
    title: "A schema's reference leads to something that is no schema",
    cause: "The $ref names a list, a text or another kind of component.",
    fix: "Point it at a schema, for instance at the `schema` of the parameter that it names.",
    severity: "error",
  },
  "model/keyword-type": {
    title: "A keyword has a value of the wrong type",
    cause: "JSON Schema says of which type each keyword's value is; this one is another, so nobody can know what it means.",
    fix: "Correct the value in the overlay; the schema goes on without the keyword.",
    severity: "warning",
  },
  "model/keyword-unknown": {
    title: "A schema has a keyword that nobody knows",
    cause: "A slip (`requierd`), a keyword of another version, or an extension that lacks its `x-`.",
    fix: "Correct it, or begin its name with `x-`. It changes nothing.",
    severity: "info",
  },
  "model/keyword-unsupported": {
    title: "A schema uses a keyword that is not followed",
    cause: "Dynamic references depend on the way by which a schema was reached, which a static type cannot say.",
    fix: "Write the reference as a plain $ref.",
    severity: "warning",
  },
  "model/enum-value-excluded": {
    title: "A value is listed that the schema itself excludes",
    cause: "The `type` or a rule beside the enum or const does not allow the value, so it is never valid.",
    fix: "Correct the type, or remove the value. It is left out.",
    severity: "warning",
  },
  "model/unsatisfiable": {
    title: "No value can satisfy a schema",
    cause: "Rules contradict one another: a minimum above the maximum, values that the type excludes, closed objects that require more.",
    fix: "Correct the contradiction in the overlay. The type is `never` or nobody can fill it.",
    severity: "warning",
  },
  "model/recursion-endless": {
    title: "A recursion never reaches a value",
    cause: "The schema requires itself again and again, so that every value would be endless.",
    fix: "Make the recursive property optional, or allow null or an empty list there.",
    severity: "warning",
  },
  "model/pattern-invalid": {
    title: "A pattern does not compile",
    cause: "Patterns are ECMA-262 regular expressions with Unicode; this one is written for another engine, or has a slip.",
    fix: "Rewrite it (no inline flags, no possessive quantifiers, no classes of other engines). It is not checked meanwhile.",
    severity: "warning",
  },
  "model/pattern-repaired": {
    title: "A pattern has escapes or hyphens that Unicode mode refuses",
    cause: "JSON Schema reads patterns with the `u` flag of ECMA-262; this one compiles only without it, and means the same as the one that is used.",
    fix: "Nothing. Or write it as the message says.",
    severity: "info",
  },
  "model/pattern-dangerous": {
    title: "A pattern can run for a very long time",
    cause: "Nested or overlapping repetition lets a short text keep the regular expression busy for minutes.",
    fix: "Rewrite it without overlapping repetition. It is not checked meanwhile.",
    severity: "warning",
  },
  "model/unevaluated-intricate": {
    title: "Too many branches beside an unevaluated… keyword",
    cause: "Which properties or items are left over depends on branches within branches, and listing the cases would take a file without end.",
    fix: "Say `additionalProperties` or `items` in the branches, or nest them less deeply. The keyword is not checked meanwhile.",
    severity: "warning",
  },
  "model/read-and-write-only": {
    title: "A property is both readOnly and writeOnly",
    cause: "It would be part of neither requests nor answers.",
    fix: "Remove one of the two.",
    severity: "warning",
  },
  "model/discriminator-unusable": {
    title: "A discriminator does not fit its union",
    cause: "It lacks the property's name, or a member that a value could lead to.",
    fix: "Name the property, and let each mapping lead to a member of the union. Validation does not depend on it.",
    severity: "warning",
  },
  "model/security-scheme-unusable": {
    title: "A security scheme cannot be used",
    cause: "Its type is unknown, or a field is missing that the type needs.",
    fix: "Complete it: `name` and `in` for apiKey, `scheme` for http.",
    severity: "error",
  },
  "model/security-scheme-undefined": {
    title: "A security requirement names no scheme",
    cause: "`components.securitySchemes` has no such name, or the scheme there is unusable.",
    fix: "Add the scheme in the overlay, or correct the name. The requirement is left out.",
    severity: "error",
  },
  "model/parameter-unusable": {
    title: "A parameter cannot be used",
    cause: "Its name or its place is missing or unknown.",
    fix: "Give `name` and one of `in: path | query | header | cookie`. It is left out.",
    severity: "error",
  },
  "model/path-parameter-missing": {
    title: "A path names a parameter that nobody declares",
    cause: "The template has a `{name}` for which neither the path item nor the operation has a parameter.",
    fix: "Declare it with `in: path`. It is taken for a required text meanwhile.",
    severity: "warning",
  },
  "model/path-parameter-unused": {
    title: "A path parameter has no place in the path",
    cause: "The template has no `{name}` of that name: a slip in one of the two, or a parameter of another place.",
    fix: "Correct the name, or its `in`. It is left out.",
    severity: "warning",
  },
  "model/parameter-duplicate": {
    title: "A parameter is declared twice",
    cause: "The same list has two parameters of one name and place.",
    fix: "Remove one of them. The first counts.",
    severity: "warning",
  },
  "model/header-ignored": {
    title: "A header parameter is ignored",
    cause: "OpenAPI says that Accept, Content-Type and Authorization are not to be described as parameters.",
    fix: "Describe media types by `content` and credentials by a security scheme.",
    severity: "info",
  },
  "model/header-name": {
    title: "A header's name is not one that HTTP has",
    cause: "A field's name is a token (RFC 9110, 5.6.2): letters, digits and a few marks, and no spaces.",
    fix: "Correct the name in the overlay.",
    severity: "warning",
  },
  "model/media-type-unusable": {
    title: "A media type is not one that HTTP can name",
    cause: "Content-Type and Accept would have to say it, and no header takes control characters or anything beyond Latin-1 (RFC 9110, 5.5).",
    fix: "Correct the key of `content` in the overlay.",
    severity: "warning",
  },
  "model/part-header-unsent": {
    title: "A header of a multipart part is not sent",
    cause: "A part's header has no place among the arguments of a call; only one whose schema allows a single value can be sent.",
    fix: "Give the header's schema a `const`, where it never varies. The header is left out meanwhile.",
    severity: "warning",
  },
  "model/style-unusable": {
    title: "A parameter's style does not fit its place",
    cause: "Each place has styles of its own: a header is `simple`, a query value `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`.",
    fix: "Use a style of the place. The default style is used meanwhile.",
    severity: "warning",
  },
  "model/parameter-nested": {
    title: "A parameter's style cannot write its values",
    cause: "OpenAPI leaves it undefined how a style writes objects and lists that stand inside of others.",
    fix: "In the overlay, give the parameter a `content` of application/json, or the style deepObject: whichever the service reads. Such values are refused meanwhile.",
    severity: "warning",
  },
  "model/body-without-content": {
    title: "A request body has no media type",
    cause: "Its `content` is missing or empty.",
    fix: "Add the media type and its schema in the overlay. The operation sends no body meanwhile.",
    severity: "warning",
  },
  "model/body-unsendable": {
    title: "A GET or HEAD has a request body",
    cause: "OpenAPI 3.0 has it ignored, 3.1 advises against it, and fetch cannot send one.",
    fix: "If the service reads query parameters as well, declare those in the overlay. The operation is called without a body.",
    severity: "warning",
  },
  "model/method-unsendable": {
    title: "A method that fetch refuses",
    cause: "CONNECT, TRACE and TRACK are forbidden methods of the Fetch Standard.",
    fix: "Nothing helps but another HTTP client. Types, validators and docs are there all the same.",
    severity: "warning",
  },
  "model/status-unusable": {
    title: "A response's key is no status",
    cause: "Only numbers from 100 to 599, ranges from 1XX to 5XX and `default` are, each once: 4xx and 4XX are the same.",
    fix: "Correct the key. The response is left out.",
    severity: "warning",
  },
  "model/operation-duplicate": {
    title: "A path has a method twice",
    cause: "`additionalOperations` is for methods that have no field of their own (OAS 3.2, 4.9.1); names such as `head` and `HEAD` are sent as one.",
    fix: "Remove one of the two in the overlay. The first counts.",
    severity: "warning",
  },
  "model/operation-id-duplicate": {
    title: "Several operations have the same operationId",
    cause: "Ids must be unique in a document; all of them get one made of method and path.",
    fix: "Rename all but one in the overlay.",
    severity: "warning",
  },
  "model/pagination-unusable": {
    title: "A pagination does not fit its operation",
    cause: "Its kind is unknown, or it names a parameter or a part of the answer that the operation does not have.",
    fix: "Correct `x-pagination`. The operation has no pages meanwhile.",
    severity: "warning",
  },
  "model/pagination-ambiguous": {
    title: "An operation's pages can be read in several ways",
    cause: "Its parameters and answer fit more than one convention.",
    fix: "Say which by `x-pagination` in the overlay.",
    severity: "info",
  },
  "document/wrong-type": {
    title: "A part has the wrong type",
    cause: "The standard asks for another type of value in this place.",
    fix: "Correct the value, in the document or in the overlay.",
    severity: "warning",
  },
  "document/null": {
    title: "A part is empty",
    cause: "The key stands there without a value, which YAML reads as null.",
    fix: "Give the value, or remove the key.",
    severity: "info",
  },
  "document/text-expected": {
    title: "A number or a boolean stands where a text belongs",
    cause: "YAML takes an unquoted 1.0, 404 or true for a number or a boolean.",
    fix: "Put the value in quotes.",
    severity: "info",
  },
  "document/missing": {
    title: "A part misses a field without which it means nothing",
    cause: "The standard requires the field.",
    fix: "Add the field, in the document or in the overlay.",
    severity: "warning",
  },
  "document/enum-too-large": {
    title: "An enum has more values than a type can sensibly list",
    cause: "The list is data rather than a type.",
    fix: "Nothing, if any value of the type may pass; else describe the values by a pattern.",
    severity: "warning",
  },
  "document/two-bodies": {
    title: "An operation has two bodies",
    cause: "Swagger 2.0 allows one `in: body`, or any number of `in: formData`, not both.",
    fix: "Keep the one that the API takes.",
    severity: "warning",
  },
  "document/nested-lists": {
    title: "A list in a list cannot be written",
    cause: "Swagger 2.0 gives each list in a parameter or header a delimiter of its own (Items Object, collectionFormat); no style of OpenAPI 3.x does. A call with such a value is refused.",
    fix: "Describe the value as text with an overlay, and say in its description how it is made.",
    severity: "warning",
  },
  "schema/ref-siblings": {
    title: "Keywords beside a $ref are ignored",
    cause: "Swagger 2.0 and OpenAPI 3.0 ignore whatever stands beside a $ref (Reference Object); since 3.1 it counts.",
    fix: "Wrap the $ref: `allOf: [{ $ref: … }]` with the keywords beside the allOf.",
    severity: "info",
  },
  "schema/nullable": {
    title: "nullable stands where the standard gives it no effect",
    cause: "In 3.0 `nullable` works beside a `type` only, and 3.1 has no such keyword; what is meant is certain all the same.",
    fix: "Nothing; null is allowed. In 3.1, write a type list with \"null\".",
    severity: "info",
  },
  "schema/enum-type": {
    title: "The values of an enum are of another type than the one beside it",
    cause: "Numbers were put in quotes, texts were not, or the values of a list's items were given to the list: read by the letter, nothing is valid.",
    fix: "Write the quotes as the type wants them, or move the enum to `items`. It was read so.",
    severity: "warning",
  },
  "schema/exclusive-limit": {
    title: "A boolean exclusive limit has no limit beside it",
    cause: "`exclusiveMinimum: true` says that `minimum` itself is excluded; there is no `minimum`.",
    fix: "Give the limit, or remove the keyword.",
    severity: "info",
  },
  "overlay/not-overlay": {
    title: "The overlay is no OpenAPI Overlay",
    cause: "It misses the version or the list of actions.",
    fix: "Start the file with `overlay: 1.0.0`, `info` and `actions`.",
    severity: "error",
  },
  "overlay/action": {
    title: "An action of the overlay cannot be applied",
    cause: "It has no usable target, or does not say what to do.",
    fix: "Give `target` (a JSONPath of RFC 9535), `description` and either `update` or `remove: true`.",
    severity: "error",
  },
  "overlay/no-match": {
    title: "An action of the overlay matches nothing",
    cause: "The vendor's document has changed, or the target is misspelt.",
    fix: "Mend the target; remove the action if the vendor has mended what it corrected.",
    severity: "error",
  },
  "overlay/no-reason": {
    title: "An action of the overlay has no reason",
    cause: "A correction without `description` cannot be judged when the vendor's document changes.",
    fix: "Say in `description` what is wrong and how that is known.",
    severity: "warning",
  },
  "vendor/lock": {
    title: "The names lock is not valid",
    cause: "names.lock.json was cut off, or merged by hand.",
    fix: "Restore it from version control; without it, names are made anew and may move.",
    severity: "error",
  },
  "vendor/none": {
    title: "There are no vendors",
    cause: "No folder below specs/ holds a vendor.yaml.",
    fix: "Run in the project's folder; add a vendor with `specwright add`, or generate one document with --input.",
    severity: "error",
  },
  "cli/usage": {
    title: "The command line cannot be understood",
    cause: "An option is missing, or two contradict one another.",
    fix: "See `specwright <command> --help`.",
    severity: "error",
  },
  "reference/unresolved": {
    title: "A reference leads nowhere",
    cause: "The place that the $ref names does not exist in the document.",
    fix: "Mend the $ref, or add what it names.",
    severity: "warning",
  },
  "reference/cycle": {
    title: "A reference leads back to itself",
    cause: "Following the $ref never arrives at anything that is not a reference.",
    fix: "Describe the part once without a $ref.",
    severity: "warning",
  },
  "path/no-slash": {
    title: "A path does not begin with a slash",
    cause: "Paths are appended to the server's address and must begin with `/`.",
    fix: "Put a slash before the path.",
    severity: "warning",
  },
  "parameter/undeclared": {
    title: "A name in the path is declared nowhere",
    cause: "Every {name} of a path needs a parameter with `in: path`.",
    fix: "Declare the parameter with its type; until then it is a text.",
    severity: "warning",
  },
  "parameter/not-in-path": {
    title: "A path parameter does not stand in the path",
    cause: "Its name is misspelt, or the path has changed.",
    fix: "Correct the name, or remove the parameter.",
    severity: "warning",
  },
  "parameter/path-optional": {
    title: "A path parameter is not marked as required",
    cause: "Path parameters are always required, and the standard wants it said.",
    fix: "Add `required: true`.",
    severity: "info",
  },
  "parameter/duplicate": {
    title: "A parameter is declared twice",
    cause: "One list names the same parameter in the same place again.",
    fix: "Remove one of the two.",
    severity: "warning",
  },
  "operation/id-duplicate": {
    title: "Several operations have the same operationId",
    cause: "An operationId must be unique in the document.",
    fix: "Give each its own operationId, in the document or in the overlay.",
    severity: "warning",
  },
  "source/lint-failed": {
    title: "The lint could not be finished",
    cause: "Redocly's rules stopped at a part of the document that they do not expect.",
    fix: "Mend what the other diagnostics name, or leave the lint out with --no-lint.",
    severity: "warning",
  },
  "emit/unwritable": {
    title: "The package cannot be written",
    cause: "The folder or the file system does not allow it.",
    fix: "Check the folder's permissions and the space on the disk. The old package is untouched.",
    severity: "error",
  },
  "source/reference": {
    title: "A reference to another file is not followed",
    cause: "The file is missing, cannot be read, or lies where a document may not look.",
    fix: "Mend the $ref. Further folders and addresses are named under `allow` in vendor.yaml, or with --allow.",
    severity: "warning",
  },
} as const satisfies Record<string, CatalogueEntry>;

export type DiagnosticCode = keyof typeof catalogue;

export interface Diagnostic {
  readonly code: DiagnosticCode | `lint/${string}`;
  readonly severity: Severity;
  /** What is wrong, in one sentence with the names of the case. */
  readonly message: string;
  readonly at: Place;
  /** What to do about it, in this case. */
  readonly help: string;
}

export interface Place {
  readonly file: string;
  /** Pointer into the vendor's own text, where there is one. */
  readonly pointer?: Pointer;
  /** 1-based. Filled in when a diagnostic is shown (`source/locate.ts`). */
  readonly line?: number;
  readonly column?: number;
}

/** The only sink: `report(code, pointer, message, help?)`; severity and the general fix come from the catalogue. Pointers are the normalized document's. */
export type Report = (code: DiagnosticCode, at: Pointer, message: string, help?: string) => void;

/** Ends the work on one document: it cannot be read, or reading on would be unsafe. Carries the one diagnostic that says why. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

/** A refusal with severity and, unless given, help from the catalogue. */
export function refuse(code: DiagnosticCode, at: Place, message: string, help?: string): Refusal {
  const entry = catalogue[code];
  return new Refusal({ code, severity: entry.severity, message, at, help: help ?? entry.fix });
}

/** Collects what the stages report about one document. */
export interface Collector {
  readonly report: Report;
  readonly found: Diagnostic[];
}

/** @param file what diagnostics name as their file. */
export function collect(file: string): Collector {
  const found: Diagnostic[] = [];
  const report: Report = (code, pointer, message, help) => {
    const entry = catalogue[code];
    found.push({ code, severity: entry.severity, message, at: { file, pointer }, help: help ?? entry.fix });
  };
  return { report, found };
}

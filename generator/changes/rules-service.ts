/** Rules for what is not one operation's: titles, servers, credentials, groups, names, webhooks. */
import type { Rule } from "./rules.js";
import { major, majorForAll, minor, minorUpgrade, nothing, patch, patchUpgrade } from "./verdict.js";

export const serviceRules = {
  "docs-changed": {
    title: "The text about {name} changed",
    verdict: patch("nothing", "Documentation only.", nothing),
  },
  "document-text-changed": {
    title: "Text that the model does not hold changed",
    verdict: patch("nothing", "The document that ships with the package differs, and nothing else.", nothing),
  },
  "title-changed": {
    title: "The API's title changed",
    verdict: patch("nothing", "Documentation only.", nothing),
  },
  "version-changed": {
    title: "The vendor's own version changed",
    verdict: patch("nothing", "What the vendor says about its version is shown, not trusted.", nothing),
  },

  "server-added": {
    title: "Server {name} was added",
    verdict: minor("nothing", "The default is the same.", nothing),
  },
  "server-removed": {
    title: "Server {name} was removed",
    verdict: minorUpgrade("behaviour", "It may no longer answer.", "Where `baseUrl` names it, name another."),
  },
  "server-changed": {
    title: "The default server is {name}",
    verdict: minorUpgrade("behaviour", "Calls go to another address, with their credentials.", "Confirm that the host is the vendor's. Set `baseUrl` to stay on the old one."),
  },
  "server-variable-changed": {
    title: "Server variable {name} changed",
    verdict: minor("behaviour", "The default address, or what may stand in it, changed.", "Check the address that calls go to."),
  },

  "security-added": {
    title: "{name} demands credentials",
    verdict: minorUpgrade("behaviour", "The API refuses calls without them. The client's `auth` option stays optional.", "Give `auth` the credentials."),
  },
  "security-removed": {
    title: "{name} no longer demands credentials",
    verdict: patch("nothing", "Calls work without them.", nothing),
  },
  "security-alternative-added": {
    title: "{name} accepts other credentials too",
    verdict: minor("nothing", "Those that worked still do.", nothing),
  },
  "security-alternative-removed": {
    title: "{name} no longer accepts some credentials",
    verdict: majorForAll("behaviour", "A client with only these credentials is refused.", "Give `auth` credentials that are still accepted."),
  },
  "security-scope-added": {
    title: "{name} demands a further scope",
    verdict: patchUpgrade("behaviour", "A token without the scope is refused.", "Ask for a token with the scope."),
  },
  "security-scope-removed": {
    title: "{name} demands a scope less",
    verdict: patch("nothing", "Tokens that worked still do.", nothing),
  },
  "scheme-added": {
    title: "Credentials {name} were added",
    verdict: minor("nothing", "`auth` has one key more.", nothing),
  },
  "scheme-removed": {
    title: "Credentials {name} were removed",
    verdict: majorForAll("names", "`auth` has no such key.", "Remove the key, and give credentials that are left."),
  },
  "scheme-type-changed": {
    title: "Credentials {name} are of another type",
    verdict: majorForAll("types", "`auth` takes another value for this key.", "Give the credential the new way."),
  },
  "scheme-parameter-changed": {
    title: "Credentials {name} are sent in another way",
    verdict: patchUpgrade("behaviour", "The client writes them; the code that gives them stays as it is.", "Upgrade."),
  },
  "scheme-url-changed": {
    title: "An address of credentials {name} changed",
    verdict: patchUpgrade("behaviour", "Tokens are fetched elsewhere.", "Upgrade, and confirm that the host is the vendor's."),
  },
  "scheme-flow-removed": {
    title: "A flow of credentials {name} was removed",
    verdict: majorForAll("behaviour", "Tokens can no longer be had this way.", "Use another flow."),
  },
  "scheme-flow-added": {
    title: "A flow of credentials {name} was added",
    verdict: minor("nothing", "Those that worked still do.", nothing),
  },
  "scheme-format-changed": {
    title: "What is said about credentials {name} changed",
    verdict: patch("nothing", "Documentation only.", nothing),
  },

  "schema-added": {
    title: "Type {name} was added",
    verdict: minor("nothing", "The package exports one type more.", nothing),
  },
  "schema-removed": {
    title: "Type {name} was removed",
    verdict: major("names", "Imports of the type and of its validator do not compile.", "Remove the imports, or declare the type yourself."),
  },
  "schema-renamed": {
    title: "Type {name} was renamed",
    verdict: major("names", "Imports of the type and of its validator do not compile; its shape is compared apart.", "Rename the imports; or keep the old name in names.lock.json."),
  },
  "schema-name-changed": {
    title: "The vendor renamed schema {name}",
    verdict: patch("nothing", "The exported names stay as they are; `components[\"schemas\"]` mirrors the vendor's names.", nothing),
  },
  "client-renamed": {
    title: "The client is called {name}",
    verdict: major("names", "The functions that make a client have another name.", "Rename the import."),
  },

  "webhook-added": {
    title: "Webhook {name} was added",
    verdict: minor("nothing", "The package exports one type more.", nothing),
  },
  "webhook-removed": {
    title: "Webhook {name} was removed",
    verdict: major("names", "Its exported types are gone.", "Remove the handler."),
  },
  "callback-added": {
    title: "Callback {name} was added",
    verdict: minor("nothing", "The package exports one type more.", nothing),
  },
  "callback-removed": {
    title: "Callback {name} was removed",
    verdict: major("names", "Its exported types are gone.", "Remove the handler."),
  },
} as const satisfies Record<string, Rule>;

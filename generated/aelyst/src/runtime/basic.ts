/** Basic authentication (RFC 7617). Only packages with such a scheme refer to it. */
import type { CredentialEncoder } from "./security.js";

/** The field's value. A colon would end the user name early, and control characters are not allowed (RFC 7617, 2). */
export const basicCredential: CredentialEncoder = (credential) => {
  if (typeof credential !== "object" || credential.username.includes(":") || /[\x00-\x1f\x7f]/.test(credential.username + credential.password)) throw new Error("must be username (without a colon) and password");
  return `Basic ${base64(`${credential.username}:${credential.password}`)}`;
};

/** UTF-8, as in the example of RFC 7617, 2.1 (`btoa` alone knows Latin-1 only). */
export function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

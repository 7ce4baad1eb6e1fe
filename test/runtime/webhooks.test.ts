import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseWebhook, standardWebhooks, WebhookError, type WebhookDescriptor } from "../../templates/runtime/index.js";
import { rejection } from "./support.js";

const webhook: WebhookDescriptor = {
  name: "newPet",
  method: "POST",
  validators: [{ "application/json": () => ({ safeParse: (value: unknown) => (typeof value === "object" ? { success: true, data: value } : { success: false, error: { issues: [{ path: [], message: "expected object" }] } }) }) }],
};
// The example of the Standard Webhooks specification's reference implementations.
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const example = { "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330", "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" };
const body = '{"test": 2432232314}';
const now = (): number => 1614265330_000;
const verify = standardWebhooks(secret, { now });

describe("parseWebhook", () => {
  it("gives the payload of a genuine request, from fetch's or any other server", async () => {
    expect(await parseWebhook(webhook, { body, headers: example }, { verify })).toEqual({ test: 2432232314 });
    expect(await parseWebhook(webhook, new Request("http://x.y", { method: "POST", body, headers: example }), { verify })).toEqual({ test: 2432232314 });
    expect(await parseWebhook(webhook, { body: new TextEncoder().encode(body), headers: new Headers(example) }, { verify: "unverified" })).toEqual({ test: 2432232314 });
  });

  it("takes a payload that fits one of several methods", async () => {
    const needs = (name: string) => ({ "application/json": () => z.looseObject({ [name]: z.string() }) });
    const several: WebhookDescriptor = { name: "pet", method: "POST", validators: [needs("a"), needs("b")] };
    const parse = (text: string): Promise<unknown> => parseWebhook(several, { body: text, headers: {} }, { verify: "unverified" });
    expect(await parse('{"b":"x"}')).toEqual({ b: "x" });
    expect((await rejection(parse('{"c":"x"}'))).message).toBe("pet: body/a: expected a string, received nothing");
  });

  it.each([
    ["another body", { body: `${body} `, headers: example }, "no signature fits"],
    ["another id", { body, headers: { ...example, "webhook-id": "msg_x" } }, "no signature fits"],
    ["another time", { body, headers: { ...example, "webhook-timestamp": "1614265331" } }, "no signature fits"],
    ["a time long past", { body, headers: { ...example, "webhook-timestamp": "1614264000" } }, "the timestamp is too far from now"],
    ["no signature", { body, headers: { ...example, "webhook-signature": undefined } }, "is missing"],
    ["a signature of another version", { body, headers: { ...example, "webhook-signature": example["webhook-signature"].replace("v1", "v2") } }, "is missing"],
    ["a signature that is no base64", { body, headers: { ...example, "webhook-signature": "v1,???" } }, "no signature is base64"],
  ])("refuses %s", async (_, request, why) => {
    const error = await rejection(parseWebhook(webhook, request, { verify }));
    expect(error).toBeInstanceOf(WebhookError);
    expect(error).toMatchObject({ reason: "signature" });
    expect(error.message).toContain(why);
    expect(error.message).not.toContain(secret.slice(6));
  });

  it("knows several secrets and several signatures, for the time of a change", async () => {
    const other = Buffer.from("another secret");
    const signature = createHmac("sha256", other).update(`${example["webhook-id"]}.${example["webhook-timestamp"]}.${body}`).digest("base64");
    const headers = { ...example, "webhook-signature": `v1,${Buffer.alloc(32).toString("base64")} v1,${signature}` };
    expect(await parseWebhook(webhook, { body, headers }, { verify: standardWebhooks([secret, other.toString("base64")], { now }) })).toEqual({ test: 2432232314 });
  });

  it("passes over secrets and signatures that cannot be decoded (Standard Webhooks, Signature scheme: any of them may fit)", async () => {
    const headers = { ...example, "webhook-signature": `v1,@@@ v1, ${example["webhook-signature"]}` };
    expect(await parseWebhook(webhook, { body, headers }, { verify: standardWebhooks(["not base64!", "whsec_", secret], { now }) })).toEqual({ test: 2432232314 });
    expect((await rejection(parseWebhook(webhook, { body, headers: example }, { verify: standardWebhooks(["not base64!", ""], { now }) }))).message).toContain("no secret is base64");
  });

  it("checks the payload whatever type it says to be of", async () => {
    expect(await rejection(parseWebhook(webhook, { body: "5", headers: { "content-type": "text/plain" } }, { verify: "unverified" }))).toMatchObject({ reason: "payload" });
    const other: WebhookDescriptor = { ...webhook, validators: [{ "application/cloudevents+json": webhook.validators?.[0]?.["application/json"] as () => object }] };
    expect(await rejection(parseWebhook(other, { body: "5", headers: { "content-type": "text/plain" } }, { verify: "unverified" }))).toMatchObject({ reason: "payload" });
  });

  it("needs no body where none is declared (OAS 3.1.1, 4.8.10: requestBody is optional)", async () => {
    expect(await parseWebhook({ name: "ping", method: "POST", bodyless: true }, { body: "", headers: {} }, { verify: "unverified" })).toBeUndefined();
    expect(await rejection(parseWebhook(webhook, { body: "", headers: {} }, { verify: "unverified" }))).toMatchObject({ message: "newPet: the body is not JSON" });
  });

  it("checks the payload, unless told not to", async () => {
    const error = await rejection(parseWebhook(webhook, { body: "5", headers: {} }, { verify: "unverified" }));
    expect(error).toMatchObject({ reason: "payload", message: "newPet: body: expected object" });
    expect(await parseWebhook(webhook, { body: "5", headers: {} }, { verify: "unverified", validate: "off" })).toBe(5);
    expect(await rejection(parseWebhook(webhook, { body: "{", headers: {} }, { verify: "unverified" }))).toMatchObject({ reason: "payload" });
  });

  it("takes any other way of proving it", async () => {
    const error = await rejection(parseWebhook(webhook, { body, headers: {} }, { verify: () => Promise.reject(new Error("not from us")) }));
    expect(error.message).toBe("newPet: not genuine: not from us");
  });
});

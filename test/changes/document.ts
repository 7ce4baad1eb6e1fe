/** A small document for cases of our own, and edits of it. */
import { compareTexts, edit, type Draft } from "./read.js";
import type { Change, Comparison } from "../../generator/changes/change.js";

export const document = `
openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example/v1 }]
security: [{ key: [] }]
paths:
  /orders/{id}:
    put:
      operationId: saveOrder
      tags: [orders]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: tags, in: query, schema: { type: array, items: { type: string } } }
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
      responses:
        "200": { description: saved, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
        "404": { description: none, content: { application/json: { schema: { $ref: "#/components/schemas/Fault" } } } }
    get:
      operationId: getOrder
      tags: [orders]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200": { description: found, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    Order:
      type: object
      required: [total]
      properties:
        total: { type: number }
        state: { type: string, enum: [open, paid] }
        parent: { $ref: "#/components/schemas/Order" }
        payment: { oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }] }
    Card: { type: object, required: [kind, last4], properties: { kind: { const: card }, last4: { type: string } } }
    Cash: { type: object, required: [kind], properties: { kind: { const: cash }, note: { type: string } } }
    Fault: { type: object, properties: { message: { type: string } } }
`;

/** The comparison of the document with an edit of it. */
export function compareEdit(change: (draft: Draft) => void, options?: { locked?: boolean }): Promise<Comparison> {
  return compareTexts(document, edit(document, change), options);
}

/** `kind place: before → after`, one line a change. */
export function lines(comparison: Comparison): string[] {
  return comparison.changes.map((change) => `${change.kind} ${placeOf(change)}`).sort();
}

const placeOf = (change: Change): string => [change.owner ?? change.operations.join("+"), change.where].filter(Boolean).join(" › ");

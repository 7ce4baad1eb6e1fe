/** Validators: what the API's document says about each value, as zod schemas. */

/** Of `GET /ping`. */
export const pingValidators = {};

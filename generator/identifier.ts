declare const brand: unique symbol;

/** A name that we print. Made by `model/names.ts` alone; matches `/^[A-Za-z][A-Za-z0-9]*$/` and is no reserved word. */
export type Identifier = string & { readonly [brand]: "identifier" };

/** The types of Types that nest deeper than the compiler follows. */

export type paths = Record<string, never>;

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
    Inline: {
      inner?: {
        inner?: {
          inner?: {
            inner?: {
              inner?: {
                inner?: {
                  inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: string } } } } } } };
                };
              };
            };
          };
        };
      };
      [key: string]:
        | number
        | {
            inner?: {
              inner?: {
                inner?: {
                  inner?: {
                    inner?: {
                      inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: string } } } } } } };
                    };
                  };
                };
              };
            };
          }
        | undefined;
    };
    Package: { part?: components["schemas"]["Part13"] };
    Part0: { name?: string; package?: components["schemas"]["Package"] };
    Part1: { inner?: components["schemas"]["Part0"] };
    Part10: { inner?: components["schemas"]["Part9"] };
    Part11: { inner?: components["schemas"]["Part10"] };
    Part12: { inner?: components["schemas"]["Part11"][] };
    Part13: { inner?: components["schemas"]["Part12"] };
    Part2: { inner?: components["schemas"]["Part1"] };
    Part3: { inner?: components["schemas"]["Part2"][] };
    Part4: { inner?: components["schemas"]["Part3"] };
    Part5: { inner?: components["schemas"]["Part4"] };
    Part6: { inner?: components["schemas"]["Part5"][] };
    Part7: { inner?: components["schemas"]["Part6"] };
    Part8: { inner?: components["schemas"]["Part7"] | string };
    Part9: { inner?: components["schemas"]["Part8"] };
    Relabelled: components["schemas"]["Part10"] & { label?: string };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export type operations = Record<string, never>;

export type Inline = components["schemas"]["Inline"];

export type Package = components["schemas"]["Package"];

export type Part0 = components["schemas"]["Part0"];

export type Part1 = components["schemas"]["Part1"];

export type Part10 = components["schemas"]["Part10"];

export type Part11 = components["schemas"]["Part11"];

export type Part12 = components["schemas"]["Part12"];

export type Part13 = components["schemas"]["Part13"];

export type Part2 = components["schemas"]["Part2"];

export type Part3 = components["schemas"]["Part3"];

export type Part4 = components["schemas"]["Part4"];

export type Part5 = components["schemas"]["Part5"];

export type Part6 = components["schemas"]["Part6"];

export type Part7 = components["schemas"]["Part7"];

export type Part8 = components["schemas"]["Part8"];

export type Part9 = components["schemas"]["Part9"];

export type Relabelled = components["schemas"]["Relabelled"];

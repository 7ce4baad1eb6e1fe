/** The order of keys in a written document: the pages' own, which is the order that people read; marks stand last. */
import type { KeyOrder } from "../emit/yaml.js";

const marks = ["x-inferred", "x-confirm"];

export const readingOrder: KeyOrder = (keys) => [...keys.filter((key) => !marks.includes(key)), ...marks.filter((key) => keys.includes(key))];

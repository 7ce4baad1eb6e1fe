/** ts-morph structures → text. Loaded only by modules that hold some. */
import { IndentationText, Project, type StatementStructures } from "ts-morph";

/** Prints one structure: handed over whole and printed once, since each edit of a file would parse it again. */
export function printStructure(structure: StatementStructures): string {
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  return project.createSourceFile("structure.ts", { statements: [structure] }).getFullText();
}

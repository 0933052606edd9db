/** The function that a worker runs, with its types where there are any. */
import type { ts } from "ts-morph";
import { styleOf } from "../../importSyntax";
import { layoutOf } from "../layout";
import type { Refusable } from "./captures";
import { isTypeScript, type Extraction, type Types } from "./extraction";
import { typeImportsOf, typeTextOf } from "./types";
import { movedLines, type WorkerFunction } from "./workerFile";

export function typesOf({ bench, unit, needed, captures }: Extraction): Refusable<Types> {
  if (!isTypeScript(bench)) return { texts: new Map(), imports: [] };
  const texts = new Map<string, string>();
  for (const { name, declaration } of captures) {
    const text = typeTextOf(declaration);
    if (text === undefined) return { refusal: `the type of \`${name}\` isn't written: annotate it` };
    texts.set(name, text);
  }
  const annotations = captures.flatMap(({ declaration }) => {
    const { type } = declaration as ts.VariableDeclaration;
    return type === undefined ? [] : [type];
  });
  const found = typeImportsOf([unit.node, ...needed.moved.map(({ statement }) => statement), ...annotations]);
  return "refusal" in found ? found : { texts, imports: found.imports };
}

export function workerFunction(
  { bench, unit, captures }: Extraction,
  name: string,
  types: Types["texts"],
): WorkerFunction {
  const { semicolon } = styleOf(bench);
  const layout = layoutOf(bench.file.tree);
  const given = captures.filter(({ isRead }) => isRead).map((one) => one.name);
  const results = captures.filter(({ isWritten }) => isWritten).map((one) => one.name);
  const isTyped = isTypeScript(bench);
  const typed = (names: readonly string[]): string =>
    names.map((one) => `${one}: ${types.get(one) ?? "unknown"}`).join("; ");
  const parameters = given.length === 0 ? "()" : `({ ${given.join(", ")} }${isTyped ? `: { ${typed(given)} }` : ""})`;
  if (unit.kind === "expression")
    return { name, parameters, result: "", body: [movedLines(unit.node, layout, "return ", semicolon)] };
  const [only, ...others] = results;
  const value = others.length === 0 ? only : `{ ${results.join(", ")} }`;
  const type = others.length === 0 ? types.get(only ?? "") : `{ ${typed(results)} }`;
  const unset = captures.filter(({ isRead }) => !isRead).map((one) => one.name);
  return {
    name,
    parameters,
    result: isTyped && type !== undefined && value !== undefined ? `: ${type}` : "",
    body: [
      ...unset.map((one) => `let ${one}${isTyped ? `!: ${types.get(one) ?? "unknown"}` : ""}${semicolon}`),
      movedLines(unit.node, layout),
      ...(value === undefined ? [] : [`return ${value}${semicolon}`]),
    ],
  };
}

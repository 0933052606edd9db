/** CommonJS: what a file exports, as the file itself speaks of it. */
import { pathText, type Value } from "./values";

export const OWN_EXPORTS = /^(module\.)?exports(\.[\w$]+)*$/;

/** `exports.f` and `module.exports` of this file are what others import of it. */
export function ownExport(file: string, value: Value): Value {
  if (value.kind !== "path" || value.root.kind !== "global") return value;
  const names = OWN_EXPORTS.exec(pathText(value) ?? "");
  if (names === null) return value;
  const specifier = `./${file.split(/[\\/]/).at(-1) ?? ""}`;
  return { ...value, root: { kind: "module", specifier }, steps: value.steps.slice(names[1] === undefined ? 0 : 1) };
}

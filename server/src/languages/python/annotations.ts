/** Type annotation → value. Annotations are read as text, since in strings they are nothing else. */
import type { PyEvaluator } from "./evaluate";
import { memberOf } from "./classes";
import { annotatedCollection, sequenceOf } from "./collections";
import type { PyNode } from "./tree";
import { common, DECLARED, extend, isKnown, textOfPath, unknown, type Value } from "./values";

/** Wrappers that leave the type of the value as it is. */
const TRANSPARENT = /^(?:[\w.]+\.)?(?:Optional|Annotated|Final|ClassVar|Union|Awaitable|Required|NotRequired|InitVar)$/;

/** What is annotated so is a class, no instance of it. */
const CLASS_ITSELF = /^(?:type|(?:[\w.]+\.)?Type)$/;

/** What something annotated with `node` is. */
export function valueOfAnnotation(evaluator: PyEvaluator, node: PyNode): Value {
  if (evaluator.annotating.has(node)) return unknown("refers to itself");
  evaluator.annotating.add(node);
  const value = valueOfText(evaluator, evaluator.text(node), node);
  evaluator.annotating.delete(node);
  return value;
}

function valueOfText(evaluator: PyEvaluator, source: string, at: PyNode): Value {
  const text = source
    .trim()
    .replace(/^(["'])([\s\S]*)\1$/, "$2")
    .trim();
  const parts = splitTopLevel(text, "|").filter((part) => part !== "None");
  if (parts.length > 1) return common(parts.map((part) => valueOfText(evaluator, part, at)));
  const [only = ""] = parts;
  const [, wrapper, inner] = /^([\w.]+)\s*\[([\s\S]*)\]$/.exec(only) ?? [];
  if (wrapper !== undefined && inner !== undefined) {
    const given = splitTopLevel(inner, ",");
    if (CLASS_ITSELF.test(wrapper)) return valueOfNames(evaluator, given[0]?.replace(/^(["'])(.*)\1$/, "$2") ?? "", at);
    if (!TRANSPARENT.test(wrapper)) return valueOfGeneric(evaluator, wrapper, given, at);
    const members = given.filter((part) => part !== "None");
    const isUnion = wrapper.endsWith("Union");
    return common(members.slice(0, isUnion ? undefined : 1).map((part) => valueOfText(evaluator, part, at)));
  }
  const value = valueOfNames(evaluator, only, at);
  if (value.kind === "class") return { kind: "instance", node: value.node, declared: true };
  return isKnown(value) ? extend(value, DECLARED) : value;
}

/** What a dotted name stands for: a class, where it is one. */
function valueOfNames(evaluator: PyEvaluator, names: string, at: PyNode): Value {
  if (!/^[A-Za-z_][\w.]*$/.test(names)) return unknown("annotation");
  const [first = "", ...rest] = names.split(".");
  let value = evaluator.valueOfName(first, placeOfName(evaluator, first, at));
  for (const name of rest) value = memberOf(evaluator, value, name);
  return value;
}

/** `date: date` in a class means the `date` outside. */
function placeOfName(evaluator: PyEvaluator, name: string, at: PyNode): PyNode {
  const binding = evaluator.bindingOf(name, at);
  const isItself = binding?.sources.every((source) => source.kind === "value" && source.annotation === at) === true;
  return isItself && binding.scope.node.type === "class_definition" ? binding.scope.node : at;
}

/** `wrapper[given]`: a collection of something, or what the wrapper alone is. */
function valueOfGeneric(evaluator: PyEvaluator, wrapper: string, given: readonly string[], at: PyNode): Value {
  const bare = valueOfText(evaluator, wrapper, at);
  const name = textOfPath(bare)?.replace(/\(\)$/, "");
  const parts = given.filter((part) => part !== "...").map((part) => () => valueOfText(evaluator, part, at));
  if (name === undefined) return bare;
  if (given.at(-1) === "...") return sequenceOf(parts[0]?.() ?? unknown("element"));
  return annotatedCollection(name, parts) ?? bare;
}

/** Parts between separators that no bracket holds, trimmed. */
function splitTopLevel(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if ("[(".includes(letter)) depth++;
    else if ("])".includes(letter)) depth--;
    else if (letter === separator && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}

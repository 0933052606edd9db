/** A callback that runs inline → an async one whose promises are awaited together, all at once or some at a time. */
import { ts } from "ts-morph";
import { pathText } from "../../values";
import { asyncEdits, resultEdits } from "../asyncFunction";
import { suspensionHazard } from "../hazards";
import { styleOf } from "../importSyntax";
import type { Form, ImportNeed, LocalEdit, Workbench } from "../plan";
import { ALL_AT_ONCE, calledName, leadingSemicolon, needsParentheses } from "../site";
import type { InlineCallback } from "./callback";
import { newlineOf, statementAround } from "./hoist";
import { isOptional } from "./loop";

type Outcome = Form | { readonly refusal: string };

/** How many elements `p-limit` is told to work on at a time. */
const LIMIT = 10;

/** `await Promise.all(files.map(async (file) => …))`, and what its method needs around that. */
export function allForm(bench: Workbench, inline: InlineCallback): Outcome {
  const around = surroundings(bench, inline);
  if ("refusal" in around) return around;
  const { tree } = bench.file;
  const edits = [...around.edits, ...asyncEdits(inline.callback, tree), ...resultEdits(inline.callback, tree)];
  return {
    kind: "all",
    call: inline.call,
    title: "with `Promise.all`",
    cautions: [...around.cautions, STOPPING.test(inline.method) ? ALL_IN_ANY_CASE : ALL_AT_ONCE],
    edits,
    needs: [],
    released: [],
  };
}

/** `Promise.all(files.map((file) => …))`: only the callback has to become async. */
export function awaitedForm({ file: { tree } }: Workbench, { call, callback }: InlineCallback): Form {
  const edits = [...asyncEdits(callback, tree), ...resultEdits(callback, tree)];
  return { kind: "all", call, title: "in an async callback", cautions: [ALL_AT_ONCE], edits, needs: [], released: [] };
}

/** Whether what the call gives is what `Promise.all` waits for. */
export function isAwaitedTogether({ evaluator }: Workbench, { method, call }: InlineCallback): boolean {
  const outer = call.parent;
  if (method !== "map" || !ts.isCallExpression(outer) || outer.arguments[0] !== call) return false;
  return pathText(evaluator.calleeOf(outer)) === "Promise.all";
}

/** As `allForm`, some at a time by `p-limit`, where the project declares it. `isFirst`: several may be made together. */
export function limitedForm(bench: Workbench, inline: InlineCallback, isFirst: boolean): Outcome {
  const { callback, method } = inline;
  const { names, project, file } = bench;
  const none = { refusal: "the project doesn't declare `p-limit`" };
  const range = project.npmPackages?.["p-limit"];
  // From its version 4 on it can't be loaded by `require`.
  const isLoadable = range !== undefined && (!styleOf(bench).commonJs || /^[\^~]?[0-3]\b/.test(range));
  const place = statementAround(bench, inline.call);
  const isPlain = ts.isArrowFunction(callback) && callback.type === undefined;
  if (!isLoadable || place === undefined || !isPlain || !/^(map|flatMap|forEach)$/.test(method)) return none;
  const around = surroundings(bench, inline);
  if ("refusal" in around) return around;
  const known = names.visibleBinding(inline.call, (one) => one.specifier === "p-limit" && one.members.length === 0);
  const local = known?.name.text ?? names.localName("p-limit", "pLimit");
  const need: ImportNeed = { module: "p-limit", name: "default", local };
  const limit = names.variableName("limit", isFirst ? file.tree : inline.call);
  const { body } = callback;
  const line = `const ${limit} = ${local}(${String(LIMIT)})${styleOf(bench).semicolon}`;
  const edits: LocalEdit[] = [
    { ...insertion(place.start, line + newlineOf(file.text) + place.indent), closes: true },
    ...around.edits,
    insertion(body.getStart(file.tree), `${limit}(async () => `),
    { ...insertion(body.end, ")"), closes: true },
  ];
  return {
    kind: "limited",
    call: inline.call,
    title: "with `Promise.all` and `p-limit`",
    cautions: [...around.cautions, `${String(LIMIT)} elements would be worked on at the same time`],
    edits,
    needs: known === undefined ? [need] : [],
    released: [],
  };
}

/** Methods that don't look at what follows a match. */
const STOPPING = /^(every|find|findIndex|some)$/;
const ALL_IN_ANY_CASE = "all elements would be worked on, at the same time";

interface Surroundings {
  readonly edits: readonly LocalEdit[];
  readonly cautions: readonly string[];
}

/** What is put around the call, and in place of its method's name. */
function surroundings(bench: Workbench, inline: InlineCallback): Surroundings | { readonly refusal: string } {
  const { call, callee, method } = inline;
  const { tree } = bench.file;
  const name = calledName(call);
  if (isOptional(inline)) return { refusal: `${name} is in an optional chain` };
  if (call.typeArguments !== undefined) return { refusal: `the call of ${name} has type arguments` };
  const hazard = suspensionHazard(bench, call);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const pieces = piecesOf(bench, inline);
  if (pieces === undefined) return { refusal: `the callback of ${name} can't await` };
  const { after, isMember } = pieces;
  const brackets = isMember || needsParentheses(call);
  const start = call.getStart(tree);
  const opening = brackets ? `${leadingSemicolon(call, tree)}(await Promise.all(` : "await Promise.all(";
  const closing = isMember ? `))${after}` : `)${after}${brackets ? ")" : ""}`;
  const edits: LocalEdit[] = [insertion(start, opening)];
  if (method !== "map") edits.push({ start: callee.name.getStart(tree), end: callee.name.end, text: "map" });
  edits.push({ ...insertion(call.end, closing), closes: true });
  return { edits, cautions: hazard === undefined ? [] : [hazard.caution] };
}

/** What follows `Promise.all(…)`; `isMember`: of what it gives. */
function piecesOf(
  { names }: Workbench,
  { method, call, callee }: InlineCallback,
): { readonly after: string; readonly isMember: boolean } | undefined {
  switch (method) {
    case "map":
      return { after: "", isMember: false };
    case "forEach":
      return ts.isExpressionStatement(call.parent) ? { after: "", isMember: false } : undefined;
    case "flatMap":
      return { after: ".flat()", isMember: true };
    case "some":
    case "every":
    case "findIndex":
      return { after: `.${method}(Boolean)`, isMember: true };
    case "filter":
    case "find": {
      const array = callee.expression;
      if (!ts.isIdentifier(array) || /^(_|index)$/.test(array.text)) return undefined;
      const flags = names.variableName("flags", call);
      const again = `${array.text}.${method}((_, index) => ${flags}[index])`;
      return { after: `.then((${flags}) => ${again})`, isMember: false };
    }
    case "reduce":
      return undefined;
  }
}

function insertion(at: number, text: string): LocalEdit {
  return { start: at, end: at, text };
}

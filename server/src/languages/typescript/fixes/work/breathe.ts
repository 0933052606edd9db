/**
 * A loop that gives control back each 8 ms: `await setImmediate()` of node:timers/promises. Awaiting a settled promise lets no
 * timer and no request in; `scheduler.yield` is experimental. Measured (Node.js 20, x64): a pause 1 µs, the clock 40 ns.
 */
import { ts } from "ts-morph";
import { accessOther } from "../callee";
import type { LocalEdit, Planned, Workbench } from "../plan";
import { resolveName } from "../../scopes";
import { numberOf } from "../../loops/constants";
import { countedLoop, isNumber } from "./bounds";
import { outermostLabel } from "./find";
import { intervalOf } from "./interval";
import { indentAt, isInList, layoutOf, startsLine } from "./layout";
import { canBeSliced, sliceEdits } from "./slices";

/** Milliseconds: a frame has 16. */
const SLICE = 8;
/** Nanoseconds: when one iteration takes longer, the loop inside gives control back. */
const LONGEST_ITERATION = 4e6;
/** Nanoseconds of one iteration of an inner loop where nobody knows how often it goes around. */
const UNKNOWN_ITERATION = 10;

export interface Pace {
  /** Nanoseconds of one iteration. */
  readonly each: number;
  readonly isQuadratic: boolean;
}

/** What the new code calls things. */
export interface Breath {
  /** The loop before which the variable is declared. */
  readonly loop: ts.IterationStatement;
  readonly clock: string;
  readonly pause: string;
  /** The variable with the time of the last pause. */
  readonly last: string;
}

export function planBreaths(bench: Workbench, loop: ts.IterationStatement, pace: Pace): Planned {
  const { tree, text } = bench.file;
  const access = accessOther(bench.names, loop, "node:timers/promises", "setImmediate", "setImmediateAsync");
  const breath: Breath = {
    loop,
    clock: clockAt(loop),
    pause: access.text,
    last: bench.names.freshLocal(loop, "lastYield"),
  };
  const labelled = outermostLabel(loop);
  const start = labelled.getStart(tree);
  const declaration = `let ${breath.last} = ${breath.clock};`;
  const { newline } = layoutOf(tree);
  const edits: LocalEdit[] = [];
  if (isInList(labelled)) {
    const rest = startsLine(text, start) ? newline + indentAt(text, start) : " ";
    edits.push({ start, end: start, text: declaration + rest });
  } else {
    edits.push({ start, end: start, text: `{ ${declaration} ` });
  }
  edits.push(...breathEdits(bench, loop, pace, breath));
  if (!isInList(labelled)) edits.push({ start: labelled.end, end: labelled.end, text: " }", closes: true });
  return {
    plans: [
      {
        does: { kind: "yield", title: `Give control back every ${SLICE} ms` },
        callee: breath.pause,
        cautions: ["other code runs between its iterations"],
        edits,
        needs: access.needs,
        released: [],
      },
    ],
  };
}

/** In the loop itself, or in those inside where one iteration takes too long. */
function breathEdits(bench: Workbench, loop: ts.IterationStatement, pace: Pace, breath: Breath): readonly LocalEdit[] {
  if (pace.each > LONGEST_ITERATION) {
    const inner = [...loopsIn(loop.statement)];
    const each = (one: ts.IterationStatement): number =>
      iterationOf(bench, one, inner.length === 1 ? pace.each : undefined);
    if (inner.length > 0)
      return inner.flatMap((one) => breathEdits(bench, one, { each: each(one), isQuadratic: false }, breath));
  }
  const interval = intervalOf(loop.statement, pace.each, pace.isQuadratic);
  if (interval > 1 && canBeSliced(bench.evaluator, loop)) return sliceEdits(bench, loop, interval, breath);
  return checkEdits(bench, loop, interval, breath);
}

/** Loops of the body that stand in no other; what other functions hold is theirs. */
function* loopsIn(node: ts.Node): Generator<ts.IterationStatement> {
  if (ts.isIterationStatement(node, false)) {
    yield node;
    return;
  }
  if (ts.isFunctionLike(node)) return;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* loopsIn(child);
}

/** Nanoseconds of one iteration of the only loop in something that takes `whole`. */
function iterationOf({ evaluator }: Workbench, loop: ts.IterationStatement, whole: number | undefined): number {
  const counted = whole === undefined ? undefined : countedLoop(loop);
  const [start, end] =
    counted === undefined ? [] : [numberOf(evaluator, counted.start), numberOf(evaluator, counted.end)];
  if (whole === undefined || counted === undefined || start === undefined || end === undefined || end <= start)
    return UNKNOWN_ITERATION;
  return (whole * counted.step) / (end - start);
}

/** `performance.now()`, also where the file has a `performance` of its own. */
function clockAt(node: ts.Node): string {
  const declaration = resolveName("performance", node)?.declarations?.[0];
  const isClock = declaration === undefined || ts.isImportSpecifier(declaration);
  return `${isClock ? "" : "globalThis."}performance.now()`;
}

/** The check at the top of the body, where no `continue` passes it by. */
function checkEdits(
  bench: Workbench,
  loop: ts.IterationStatement,
  interval: number,
  breath: Breath,
): readonly LocalEdit[] {
  const { tree, text } = bench.file;
  const { newline, unit } = layoutOf(tree);
  const { edits, condition } = conditionOf(bench, loop, interval, breath);
  const { statement } = loop;
  const start = statement.getStart(tree);
  const outer = indentAt(text, loop.getStart(tree));
  if (!ts.isBlock(statement)) {
    const inner = outer + unit;
    const lines = pauseLines(condition, breath, unit).map((line) => newline + inner + line);
    const body = statement.kind === ts.SyntaxKind.EmptyStatement ? "" : newline + inner + statement.getText(tree);
    // What stands between the head and the body goes: white space, or a comment that belongs to the body.
    const between = text.slice(statement.pos, start).trim();
    const comment = between === "" ? "" : newline + inner + between;
    const head = ts.isDoStatement(loop) ? " " : "";
    edits.push({
      start: statement.pos,
      end: start,
      text: ` {${lines.join("")}${comment}${body === "" ? "" : newline + inner}`,
    });
    if (body === "") edits.push({ start, end: statement.end, text: `${newline}${outer}}${head}` });
    else edits.push({ start: statement.end, end: statement.end, text: `${newline}${outer}}`, closes: true });
    return edits;
  }
  const [first] = statement.statements;
  const isOnLines = first === undefined || text.slice(start, first.getStart(tree)).includes("\n");
  const inner =
    first !== undefined && startsLine(text, first.getStart(tree)) ? indentAt(text, first.getStart(tree)) : outer + unit;
  const lines = pauseLines(condition, breath, unit);
  const added = isOnLines
    ? lines.map((line) => newline + inner + line).join("")
    : ` ${lines.map((line) => line.trim()).join(" ")}`;
  edits.push({ start: start + 1, end: start + 1, text: added });
  return edits;
}

export function pauseLines(condition: string, { pause, last, clock }: Breath, unit: string): readonly string[] {
  return [`if (${condition}) {`, `${unit}await ${pause}();`, `${unit}${last} = ${clock};`, "}"];
}

export function isDue({ clock, last }: Breath): string {
  return `${clock} - ${last} > ${SLICE}`;
}

/** The clock alone, or each so many times around: by the loop's own counter, or by one that is added. */
function conditionOf(
  bench: Workbench,
  loop: ts.IterationStatement,
  interval: number,
  breath: Breath,
): { readonly edits: LocalEdit[]; readonly condition: string } {
  if (interval === 1) return { edits: [], condition: isDue(breath) };
  const mask = String(interval - 1);
  const counted = countedLoop(loop);
  const start = counted === undefined ? undefined : numberOf(bench.evaluator, counted.start);
  if (counted?.step === 1 && Number.isInteger(start) && isNumber(bench.evaluator, counted.start))
    return { edits: [], condition: `(${counted.name.text} & ${mask}) === 0 && ${isDue(breath)}` };
  const count = bench.names.freshLocal(loop, "rounds");
  const condition = `(++${count} & ${mask}) === 0 && ${isDue(breath)}`;
  const { tree, text } = bench.file;
  const labelled = outermostLabel(loop);
  const at = labelled.getStart(tree);
  const declaration = `let ${count} = 0;`;
  if (isInList(labelled)) {
    const rest = startsLine(text, at) ? layoutOf(tree).newline + indentAt(text, at) : " ";
    return { edits: [{ start: at, end: at, text: declaration + rest }], condition };
  }
  // The whole loop stands in a block that is made for it.
  if (loop === breath.loop) return { edits: [{ start: at, end: at, text: `${declaration} ` }], condition };
  const block: LocalEdit[] = [
    { start: at, end: at, text: `{ ${declaration} ` },
    { start: labelled.end, end: labelled.end, text: " }", closes: true },
  ];
  return { edits: block, condition };
}

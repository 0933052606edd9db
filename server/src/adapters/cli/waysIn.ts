/** `unblock ways-in`: who reaches a function from code on the event loop. */
import * as path from "node:path";
import type { Span } from "../../core/facts";
import type { Analyzer, Host, Reached, WaysIn } from "../../workspace/types";
import type { Place, WaysInOptions } from "./args";
import type { Progress } from "./progress";
import { count } from "./report/summary";
import { Sources } from "./sources";
import { createPainter, printable, type Painter } from "./style";

/** What is printed, or why nothing can be: wrong usage. */
export type WaysInAnswer = { readonly output: string } | { readonly usage: string };

/** @param cwd the folder that is walked, and that shown paths are relative to; absolute. */
export function waysIn(
  { place, format }: Pick<WaysInOptions, "place" | "format">,
  { cwd, host, analyzer, useColour }: { cwd: string; host: Host; analyzer: Analyzer; useColour: boolean },
  progress: Progress,
): WaysInAnswer {
  const file = path.resolve(cwd, place.file);
  const sources = new Sources(cwd, [], host);
  const read = host.read(file);
  if (!("text" in read)) return { usage: `${place.file}: ${read.problem.message}` };
  // What is known of all files at once saves parsing most of them.
  analyzer.checkPaths([cwd], { progress: (done, total) => progress.update(done, 2 * total) });
  const reached = walk(analyzer, progress).to(file, spanOf(place, file, sources));
  if (format === "json") return { output: `${JSON.stringify(jsonOf(reached, sources), undefined, 2)}\n` };
  if (reached === undefined) return { usage: `there is no function at ${place.file}:${String(place.line)}.` };
  return {
    output: textOf(reached, sources, createPainter(useColour))
      .map((line) => `${line}\n`)
      .join(""),
  };
}

function walk(analyzer: Analyzer, progress: Progress): WaysIn {
  const steps = analyzer.waysIn();
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      progress.end();
      return step.value;
    }
    progress.update(step.value.total + step.value.done, 2 * step.value.total);
  }
}

/** The line without its indentation, where no column is given. */
function spanOf({ line, column }: Place, file: string, sources: Sources): Span {
  const lines = sources.linesOf(file);
  if (column !== undefined) {
    const offset = lines.offset({ line, column });
    return { start: offset, end: offset };
  }
  const text = lines.lineText(line);
  const start = lines.offset({ line, column: text.length - text.trimStart().length + 1 });
  return { start, end: lines.offset({ line, column: text.length + 1 }) };
}

function textOf(reached: Reached, sources: Sources, paint: Painter): readonly string[] {
  const head = `${paint("bold", printable(reached.name))} (${placeOf(reached, sources)})`;
  if (!reached.isBlocking) {
    return [reached.isOnLoop ? `${head} runs on the event loop itself.` : `${head} doesn't block the event loop.`];
  }
  if (reached.ways.length === 0) return [`${head} blocks, and no code on the event loop reaches it.`];
  const ways = reached.ways.flatMap((way) => {
    const [first, ...further] = way.chain.map((step) => `${placeOf(step, sources)}  ${printable(step.name)}`);
    const within = way.within === undefined ? "" : paint("dim", `  in ${printable(way.within)}`);
    return [`  ${first ?? ""}${within}`, ...further.map((line) => `      ${line}`)];
  });
  return [`${head} is reached by ${count(reached.ways.length, "call")} on the event loop:`, ...ways];
}

function placeOf({ file, span }: { readonly file: string; readonly span: Span }, sources: Sources): string {
  const { line, column } = sources.linesOf(file).position(span.start);
  return `${printable(sources.name(file))}:${String(line)}:${String(column)}`;
}

/** `function` is null where there is none at the place. */
function jsonOf(reached: Reached | undefined, sources: Sources) {
  const at = ({ file, span }: { readonly file: string; readonly span: Span }) => ({
    file: sources.name(file),
    ...sources.linesOf(file).position(span.start),
  });
  if (reached === undefined) return { version: 1, function: null, ways: [] };
  const { name, isBlocking, isOnLoop } = reached;
  return {
    version: 1,
    function: { ...at(reached), name, isBlocking, isOnLoop },
    ways: reached.ways.map((way) => ({
      ...at(way),
      within: way.within ?? null,
      chain: way.chain.map((step) => ({ ...at(step), name: step.name })),
    })),
  };
}

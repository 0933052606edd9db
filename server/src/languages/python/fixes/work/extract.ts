/** A loop or an expression that computes → a function of the module, run in another process. */
import type { PyNode } from "../../tree";
import { indented, indentOf, indentUnit } from "../block";
import { suspensionHazard } from "../hazards";
import { minorOf, type Hop } from "../hop";
import { commentedStart, isUnderMain, topLevel } from "../moduleLevel";
import type { Job, LocalEdit, Plan, Planned } from "../plan";
import { processHops } from "../process";
import { awaitSite, needsParentheses } from "../site";
import { capturesOf, type Captures } from "./captures";

export function extractPlans(job: Job): Planned {
  const { evaluator, call: node } = job;
  const site = awaitSite(evaluator, node, minorOf(job));
  if ("refusal" in site) return site;
  const hazard = suspensionHazard(evaluator, node);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  if (isUnderMain(evaluator, node)) return { refusal: "it is only there where the file is the main program" };
  const captures = capturesOf(job, node);
  if ("refusal" in captures) return captures;
  const hops = processHops(job);
  if ("refusal" in hops) return hops;
  if (hops.length === 0) return { refusal: "nothing says which library its coroutines run under" };
  const isStatement = node.type.endsWith("_statement");
  const name = job.names.fresh(functionName(captures.results), `work ${String(node.start)}`);
  const plans = hops.map((hop): Plan => {
    const cautions = [hazard?.caution, ...captures.cautions, ...hop.cautions].filter((text) => text !== undefined);
    return {
      kind: "extract",
      title: `Run the ${isStatement ? "loop" : "computation"} in a process, as \`${name}\`: \`${hop.name}\``,
      cautions,
      edits: [...site.edits, definition(job, name, captures), replacement(job, name, captures, hop)],
      needs: hop.needs,
      range: { start: node.start, end: node.end },
      moves: true,
    };
  });
  return { plans };
}

function functionName(results: readonly string[]): string {
  const [only, ...others] = results;
  return only === undefined || others.length > 0 ? "_compute" : `_compute_${only.replace(/^_+/, "")}`;
}

/** The function, before the top-level statement that the loop stands in. */
function definition({ evaluator, call: node }: Job, name: string, { parameters, results }: Captures): LocalEdit {
  const { text } = evaluator.file;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const unit = indentUnit(text, node);
  const base = indentOf(text, node.start);
  const isStatement = node.type.endsWith("_statement");
  const body = isStatement
    ? [indented(text, node, unit, base), `${unit}return ${results.join(", ")}`].join(newline)
    : `return ${returned(text, node, unit, base)}`;
  const lines = [`def ${name}(${parameters.join(", ")}):`, `${unit}${body}`, "", "", ""];
  const start = commentedStart(text, topLevel(node).start);
  return { start, end: start, text: lines.join(newline), shared: true };
}

/** An expression over several lines keeps its brackets, or gets some. */
function returned(text: string, node: PyNode, unit: string, base: string): string {
  const value = indented(text, node, unit, base);
  const hasBrackets = /^[[({]/.test(value) || node.type === "call";
  return /[\r\n]/.test(value) && !hasBrackets ? `(${value})` : value;
}

function replacement({ call: node }: Job, name: string, { parameters, results }: Captures, hop: Hop): LocalEdit {
  const run = `await ${hop.open}${[name, ...parameters].join(", ")})`;
  const { start, end } = node;
  if (node.type.endsWith("_statement")) return { start, end, text: `${results.join(", ")} = ${run}` };
  // The brackets of a generator that is a call's only argument are the call's.
  const isBare = node.type === "generator_expression" && node.field === "arguments";
  const text = needsParentheses(node) || isBare ? `(${run})` : run;
  return { start, end, text };
}

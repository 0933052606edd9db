/** The fix that moves what computes to a worker file: the language moves it, the project says how it is run there. */
import * as path from "node:path";
import type { BlockingCall } from "../core/blocking";
import { stepName } from "../core/message";
import type { ExtractionSite, FixTarget } from "../languages/language";
import { addDependency } from "./addDependency";
import type { Checked, FixContext } from "./fixes";
import { targetOf } from "./report";
import { runtimeOf } from "./runtime";
import type { ChainFixes } from "./types";

/** Of a loop itself, or of a call of a function that computes; nothing for what waits rather than computes. */
export function extractFix(checked: Checked, context: FixContext, blocking: BlockingCall): ChainFixes {
  const { facts, text, language } = checked;
  const { work } = blocking.api;
  const sign = work?.facts.sign?.kind;
  if (language.extract === undefined || work === undefined || sign === "busy-wait" || sign === "endless")
    return { fixes: [], refused: [] };
  const { store, project } = context;
  const runtime = runtimeOf(store, facts.file, project.nodeMajor);
  const textOf = (file: string): string | undefined => {
    const read = store.isFile(file) ? store.read(file) : undefined;
    return read !== undefined && "text" in read ? read.text : undefined;
  };
  const site: ExtractionSite = { ...runtime, textOf };
  const outcome = language.extract(facts.file, text, targetIn(blocking), project, site);
  const refusedBecause = (reason: string): ChainFixes => {
    const name = blocking.steps.length === 1 ? "this" : `\`${stepName(blocking.steps[0], blocking.api)}\``;
    return {
      fixes: [],
      refused: [{ title: `Run ${name} in a worker`, reason: `Not run in a worker because ${reason}.` }],
    };
  };
  if ("refusal" in outcome) return refusedBecause(outcome.refusal);
  const cautions = [...outcome.cautions];
  const edits = [...outcome.edits];
  const { needs } = outcome;
  if (needs !== undefined) {
    if (project.nodeMajor < needs.nodeMajor)
      return refusedBecause(
        `${needs.name} needs Node.js ${String(needs.nodeMajor)}, and the project supports older ones`,
      );
    const added = addDependency(store, path.dirname(facts.file), needs.name, needs.version);
    if (added === undefined)
      return refusedBecause(`there is no package.json that could say that it needs ${needs.name}`);
    edits.push(...added);
    if (added.length > 0) cautions.push(`${needs.name} is added to package.json: install it`);
  }
  const title = `Run ${outcome.what} in a worker (unsafe: ${cautions.join("; ")})`;
  const creates = outcome.creates.length === 0 ? {} : { creates: outcome.creates };
  return { fixes: [{ kind: "extract", title, safe: false, edits, ...creates }], refused: [] };
}

/** A chain's call is moved as a whole. */
function targetIn(blocking: BlockingCall): FixTarget {
  if (blocking.call.work !== undefined) return targetOf(blocking);
  return { span: blocking.call.span, module: "", entry: blocking.api.entry };
}

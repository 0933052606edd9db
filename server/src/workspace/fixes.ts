/** Rewrites of what was found in a file: all of them together, and those of one chain. */
import type { BlockingCall } from "../core/blocking";
import type { Directive, FileFacts } from "../core/facts";
import { SEVERITIES, type Edit } from "../core/findings";
import { stepName } from "../core/message";
import type { Language, ProjectContext } from "../languages/language";
import type { FileStore } from "./files";
import { extractFix } from "./extract";
import { makeAsyncFix, type MakeAsyncContext } from "./makeAsync";
import { fixTargets } from "./ownTargets";
import { isDirect } from "./report";
import type { Analyzer, ChainFixes, ResolvedConfig } from "./types";

/** What is computed of a file before its fixes are. */
export interface Checked {
  readonly facts: FileFacts;
  readonly text: string;
  readonly language: Language;
  readonly resolved: ResolvedConfig;
  readonly kept: readonly BlockingCall[];
  readonly unused: readonly Directive[];
}

/** What fixes need to know beside the file. */
export interface FixContext extends MakeAsyncContext {
  readonly project: ProjectContext;
}

/** First fixes of all calls, and unused directives removed, in the order of their position. */
export function fixAllEdits(
  { facts: { file }, text, language, kept, unused }: Checked,
  context: FixContext,
  options: Parameters<Analyzer["fixAll"]>[1],
): readonly Edit[] {
  const least = SEVERITIES.indexOf(options.minSeverity ?? "hint");
  const calls = kept.filter(({ severity }) => SEVERITIES.indexOf(severity) >= least);
  const targets = fixTargets(calls, context.chains, language, textsOf(context.store)).map(({ target }) => target);
  const edits = [
    ...language.fixAll(file, text, targets, context.project, options),
    ...unused.flatMap((directive) => language.removeComment(file, text, directive.span.start)),
  ];
  // Stable: edits at the same place stay in the language's order.
  return withoutOverlap(edits.sort((a, b) => a.span.start - b.span.start));
}

/** Rewrites of one call that blocks further down: of the call alone, then of everything that it runs; and of what computes. */
export function chainFixesOf(checked: Checked, context: FixContext, blocking: BlockingCall): ChainFixes {
  const chain = isDirect(blocking) ? [] : [offloadFixes(checked, context, blocking), makeAsyncFix(context, blocking)];
  const all = [extractFix(checked, context, blocking), ...chain];
  return { fixes: all.flatMap(({ fixes }) => fixes), refused: all.flatMap(({ refused }) => refused) };
}

function offloadFixes(checked: Checked, context: FixContext, blocking: BlockingCall): ChainFixes {
  const { facts, text, language, kept } = checked;
  if (language.threadUse === undefined) return { fixes: [], refused: [] };
  const targets = fixTargets(kept, context.chains, language, textsOf(context.store));
  const outcomes = language.fixes(
    facts.file,
    text,
    targets.map(({ target }) => target),
    context.project,
  );
  const outcome = outcomes[targets.findIndex(({ call }) => call === blocking)];
  const name = stepName(blocking.steps[0], blocking.api);
  const refused =
    outcome?.refusal === undefined
      ? (outcome?.refused ?? [])
      : [{ title: `Run \`${name}\` in a thread`, reason: `Not run in a thread because ${outcome.refusal}.` }];
  return { fixes: outcome?.fixes ?? [], refused };
}

/** Texts of the workspace's files: whether what is installed may run in another thread, its authors know. */
function textsOf(store: FileStore): (file: string) => string | undefined {
  return (file) => {
    if (store.dependencies.packageOf(file) !== undefined) return undefined;
    const read = store.read(file);
    return "text" in read ? read.text : undefined;
  };
}

/** Two comments of one line can ask for the same removal. What overlaps an earlier edit waits for the next round. */
function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  let end = 0;
  return edits.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

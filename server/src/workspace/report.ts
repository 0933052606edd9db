/** Blocking calls and directives of a file → its findings, with fixes and after suppression. */
import { codeOf, type BlockingCall, type ChainContext, type Step } from "../core/blocking";
import { summaryOf } from "../core/chains";
import type { Directive, FileFacts } from "../core/facts";
import type { Finding, FindingCode, Fix } from "../core/findings";
import { edgeOf } from "../core/graph";
import { fileLabels } from "../core/fileLabels";
import { blockingMessage, chainMessage, stepName, type NamedStep } from "../core/message";
import { workMessage, workStep } from "../core/workMessage";
import { lineAt, silences } from "../core/suppress";
import type { FixOutcome, FixTarget, Language, ProjectContext } from "../languages/language";

export function targetOf({ call, api }: Pick<BlockingCall, "call" | "api">): FixTarget {
  const target = { span: call.span, module: api.module, entry: api.entry };
  const work =
    call.work === undefined
      ? {}
      : {
          work: call.work,
          ...(api.work === undefined ? {} : { each: api.work.each + (api.work.leaf?.nanoseconds ?? 0) }),
        };
  return api.promises === undefined ? { ...target, ...work } : { ...target, promises: api.promises };
}

/** Calls that no directive silences, and directives that silence nothing, neither here nor for those who call this file. */
export function applyDirectives(
  text: string,
  facts: FileFacts,
  calls: readonly BlockingCall[],
  chains: ChainContext,
): { readonly kept: readonly BlockingCall[]; readonly unused: readonly Directive[] } {
  const { directives } = facts;
  if (directives.length === 0) return { kept: calls, unused: [] };
  const used = new Set<Directive>();
  const kept = calls.filter(({ call, api, steps }) => {
    const code = codeOf(steps);
    const subject = { code, api: api.name, line: lineAt(text, call.nameSpan.start) };
    const silencing = directives.filter((directive) => silences(directive, subject));
    for (const directive of silencing) used.add(directive);
    return silencing.length === 0;
  });
  for (const { line, code, api } of silenceable(text, facts, chains)) {
    for (const directive of directives) if (silences(directive, { line, code, api })) used.add(directive);
  }
  return { kept, unused: directives.filter((directive) => !used.has(directive)) };
}

/** What blocks in functions that don't run on the event loop themselves: a comment there speaks to who calls them. */
function* silenceable(
  text: string,
  facts: FileFacts,
  chains: ChainContext,
): Generator<{ readonly line: number; readonly code: FindingCode; readonly api: string }> {
  for (const [index, call] of facts.calls.entries()) {
    const edge = edgeOf(chains, facts, index, call);
    if (edge === undefined) continue;
    const summary = summaryOf([edge], (declared) => chains.summary(declared));
    if (summary === undefined) continue;
    const code = edge.api === undefined ? "blocking-chain" : call.form === "work" ? "heavy-loop" : "blocking-call";
    yield { line: lineAt(text, call.nameSpan.start), code, api: edge.api?.name ?? "" };
  }
}

/** The kept calls of a file and what is needed to make findings of them; without fixes where the text or the settings are broken. */
export interface KeptCalls {
  readonly facts: FileFacts;
  readonly text: string;
  readonly calls: readonly BlockingCall[];
  readonly language: Language;
  readonly project: ProjectContext;
  readonly withFixes: boolean;
}

/** What sentences need to know of a step: the call's name as it is written, and its line, from zero. */
export type TextOfStep = (step: Step) => { readonly written: string; readonly line: number };

/** Findings of the kept calls. */
export function callFindings(kept: KeptCalls, textOf: TextOfStep): readonly Finding[] {
  const { facts, text, calls, language, project, withFixes } = kept;
  const direct = calls.filter(isDirect);
  const outcomes =
    withFixes && direct.length > 0 ? language.fixes(facts.file, text, direct.map(targetOf), project) : [];
  const outcomeOf = new Map(direct.map((call, index) => [call, outcomes[index]]));
  return calls.map((blocking) => callFinding(kept, blocking, outcomeOf.get(blocking), textOf));
}

/** Whether the call runs the API itself. */
export function isDirect({ steps }: BlockingCall): boolean {
  return steps.length === 1;
}

function callFinding(
  { facts: { file }, text, language, withFixes }: KeptCalls,
  blocking: BlockingCall,
  outcome: FixOutcome | undefined,
  textOf: TextOfStep,
): Finding {
  const { call, api, severity, steps, leaves } = blocking;
  const code = codeOf(steps);
  const suppressions = withFixes ? language.suppressions(file, text, call.nameSpan, code) : [];
  const named = namedSteps(blocking, textOf);
  const [first, ...rest] = steps.map((step, index) => ({
    file: step.file,
    span: step.call.nameSpan,
    name: named[index]?.name ?? "",
    ...(named[index]?.does === undefined ? {} : { does: named[index].does }),
  }));
  if (first === undefined) throw new Error("A finding needs its evidence.");
  return {
    code,
    file,
    span: call.nameSpan,
    callSpan: call.span,
    api: api.name,
    category: api.entry.category,
    cost: api.entry.cost,
    severity,
    message: messageOf(blocking, outcome?.refusal, named),
    chain: [first, ...rest],
    alsoReaches: leaves.filter((name) => name !== api.name),
    fixes: [...(outcome?.fixes ?? []), ...suppressions],
  };
}

function messageOf(blocking: BlockingCall, refusal: string | undefined, named: readonly NamedStep[]): string {
  const { api } = blocking;
  if (!isDirect(blocking)) return chainMessage(blocking, named);
  return api.work === undefined ? blockingMessage(api, refusal) : workMessage(api.work, refusal);
}

/** Steps in words. Those of the finding's own file have a line alone. */
function namedSteps({ steps, api }: BlockingCall, textOf: TextOfStep): readonly NamedStep[] {
  const labels = fileLabels(steps.map(({ file }) => file));
  return steps.map((step) => {
    const { written, line } = textOf(step);
    const number = String(line + 1);
    const place = step.file === steps[0].file ? `line ${number}` : `${labels.get(step.file) ?? ""}:${number}`;
    const isWork = step.runs === undefined && api.work !== undefined;
    return { name: stepName(step, api, written), place, ...(isWork ? { does: workStep(api.work) } : {}) };
  });
}

/** A directive that silences nothing, with the fix that removes it. */
export function unusedDirectiveFinding(file: string, text: string, directive: Directive, language: Language): Finding {
  const { span } = directive;
  const name = text.slice(span.start, span.end);
  const edits = language.removeComment(file, text, span.start);
  const fixes: readonly Fix[] =
    edits.length === 0 ? [] : [{ kind: "remove-suppression", title: `Remove unused \`${name}\``, safe: true, edits }];
  return {
    code: "unused-suppression",
    file,
    span,
    callSpan: span,
    api: "",
    category: null,
    cost: null,
    severity: "information",
    message: `\`${name}\` silences nothing: remove it.`,
    chain: [{ file, span, name }],
    alsoReaches: [],
    fixes,
  };
}

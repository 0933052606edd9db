/** Blocking calls and directives of a file → its findings, with fixes and after suppression. */
import type { BlockingCall } from "../core/blocking";
import type { Directive, FileFacts } from "../core/facts";
import type { Finding, Fix } from "../core/findings";
import { blockingMessage, displayName } from "../core/message";
import { lineAt, silences } from "../core/suppress";
import type { FixOutcome, FixTarget, Language, ProjectContext } from "../languages/language";

export function fixTarget({ call, api }: BlockingCall): FixTarget {
  const target = { span: call.span, module: api.module, entry: api.entry };
  return api.promises === undefined ? target : { ...target, promises: api.promises };
}

/** Calls that no directive silences, and directives that silence nothing. */
export function applyDirectives(
  text: string,
  calls: readonly BlockingCall[],
  directives: readonly Directive[],
): { readonly kept: readonly BlockingCall[]; readonly unused: readonly Directive[] } {
  if (directives.length === 0) return { kept: calls, unused: [] };
  const used = new Set<Directive>();
  const kept = calls.filter(({ call, api }) => {
    const subject = { code: "blocking-call", api: api.name, line: lineAt(text, call.nameSpan.start) };
    const silencing = directives.filter((directive) => silences(directive, subject));
    for (const directive of silencing) used.add(directive);
    return silencing.length === 0;
  });
  return { kept, unused: directives.filter((directive) => !used.has(directive)) };
}

/** Findings of the kept calls; with `withFixes` false (a broken configuration) none of them carries a rewrite. */
export function callFindings(
  facts: FileFacts,
  text: string,
  calls: readonly BlockingCall[],
  language: Language,
  project: ProjectContext,
  withFixes: boolean,
): readonly Finding[] {
  if (calls.length === 0) return [];
  const outcomes = withFixes ? language.fixes(facts.file, text, calls.map(fixTarget), project) : [];
  return calls.map((blocking, index) => callFinding(facts, text, blocking, outcomes[index], language));
}

function callFinding(
  facts: FileFacts,
  text: string,
  { call, api, severity }: BlockingCall,
  outcome: FixOutcome | undefined,
  language: Language,
): Finding {
  const { file } = facts;
  const name = displayName(api);
  const suppressions = outcome === undefined ? [] : language.suppressions(file, text, call.nameSpan, "blocking-call");
  return {
    code: "blocking-call",
    file,
    span: call.nameSpan,
    callSpan: call.span,
    api: api.name,
    category: api.entry.category,
    cost: api.entry.cost,
    severity,
    message: blockingMessage(api, outcome?.refusal),
    chain: [{ file, span: call.nameSpan, name }],
    fixes: [...(outcome?.fixes ?? []), ...suppressions],
  };
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
    fixes,
  };
}

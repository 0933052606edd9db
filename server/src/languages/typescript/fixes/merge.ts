/** Plans of any number of calls → edits of the file: forms and imports once each, at the same offset what closes first. */
import type { ts } from "ts-morph";
import type { Span } from "../../../core/facts";
import type { Edit } from "../../../core/findings";
import { importEdits } from "./imports";
import type { Changes, Form, LocalEdit, Plan, Workbench } from "./plan";

/**
 * Edits of all plans with their imports, in the order of their position. At the same offset, what closes a call comes
 * before what opens the next one; of two that close there the inner call's is first, of two that open the outer call's.
 */
export function toEdits(bench: Workbench, plans: readonly Plan[]): readonly Edit[] {
  const outerFirst = changesOf(bench.file.text, plans).sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  const closing = outerFirst.toReversed().flatMap((plan) => plan.edits.filter((edit) => edit.closes === true));
  const opening = outerFirst.flatMap((plan) => plan.edits.filter((edit) => edit.closes !== true));
  const edits: LocalEdit[] = [...closing, ...importEdits(bench, outerFirst), ...opening];
  // The sort is stable: edits at the same place stay in the order above.
  edits.sort((a, b) => a.start - b.start);
  return edits.map(({ start, end, text }) => ({ file: bench.file.file, span: { start, end }, text }));
}

/** Changes of the forms first, each once, then those of the calls in them. */
function changesOf(text: string, plans: readonly Plan[]): Changes[] {
  const forms = [...new Set(plans.flatMap((plan) => plan.forms ?? []))];
  const bare = new Set(forms.map((form) => form.bare));
  const starts = new Set(forms.flatMap((form) => form.edits.map(({ start }) => start)));
  const isKept = (plan: Plan, { bracket, separator, start }: LocalEdit): boolean =>
    !(bracket === true && plan.node !== undefined && bare.has(plan.node)) && !(separator === true && starts.has(start));
  const calls = plans.map((plan) => ({ ...plan, edits: plan.edits.filter((edit) => isKept(plan, edit)) }));
  return movePrefixes(text, forms, calls);
}

/** What a form puts at another place takes with it the edits of calls that have the form's call among their arguments. */
function movePrefixes(text: string, forms: readonly Form[], calls: readonly Plan[]): Changes[] {
  const taken = new Set<LocalEdit>();
  const placed = forms.map((form) => {
    const edits = form.edits.map((edit) => {
      const { moved } = edit;
      if (moved === undefined) return edit;
      const around: Changes[] = [
        ...calls.filter(({ node }) => node !== undefined && contains(node, form.call)),
        ...forms.filter(({ call }) => contains(call, form.call)),
      ];
      const inside = around.flatMap((changes) =>
        changes.edits.filter(({ start, end }) => moved.start <= start && end <= moved.end),
      );
      for (const one of inside) taken.add(one);
      return { ...edit, text: moved.lead + applied(text, moved, inside) + edit.text };
    });
    return { ...form, edits };
  });
  const isLeft = (edit: LocalEdit): boolean => !taken.has(edit);
  const left = [...placed, ...calls].map((changes) => ({ ...changes, edits: changes.edits.filter(isLeft) }));
  return left.filter(({ edits }) => edits.length > 0);
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer !== inner && outer.pos <= inner.pos && inner.end <= outer.end;
}

/** The part of the text with the edits in it. */
function applied(text: string, { start, end }: Span, edits: readonly LocalEdit[]): string {
  let at = start;
  let result = "";
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, end);
}

function startOf(plan: Changes): number {
  return Math.min(...plan.edits.map((edit) => edit.start));
}

function endOf(plan: Changes): number {
  return Math.max(...plan.edits.map((edit) => edit.end));
}

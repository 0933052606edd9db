/** `textDocument/hover`: what is known of a blocking call. */
import type { Hover, HoverParams } from "vscode-languageserver";
import type { Cost } from "../../core/catalogue";
import { toRange, toSpan } from "./positions";
import { sourceOf } from "./source";
import type { ServerState } from "./state";

/** Two lines: the API with what it costs, and what takes its place. `null` where no blocking call is. */
export async function hover(state: ServerState, params: HoverParams): Promise<Hover | null> {
  await state.ready;
  const document = state.documents.get(params.textDocument.uri);
  if (document === undefined) return null;
  const source = sourceOf(state, document);
  if (source === undefined) return null;
  const offset = toSpan(document, { start: params.position, end: params.position }).start;
  const { findings } = source.project.analyzer.report(source.location.file);
  const finding = findings.find(({ api, span }) => api !== "" && span.start <= offset && offset <= span.end);
  if (finding === undefined || finding.category === null || finding.cost === null) return null;
  const rewrite = finding.fixes.find((fix) => fix.kind === "await-twin");
  const { markdownHover } = state.client;
  const name = markdownHover ? `\`${finding.api}\`` : finding.api;
  const lines = [`${name} blocks the event loop: ${finding.category}, ${COST_TEXT[finding.cost]}.`];
  if (rewrite !== undefined) lines.push(`Fix: ${rewrite.title}.`);
  const value = lines.join(markdownHover ? "\n\n" : "\n");
  return {
    contents: { kind: markdownHover ? "markdown" : "plaintext", value },
    range: toRange(document, finding.span),
  };
}

const COST_TEXT = {
  microseconds: "for microseconds",
  milliseconds: "for milliseconds",
  seconds: "for seconds",
  unbounded: "for as long as it waits",
} as const satisfies Record<Cost, string>;

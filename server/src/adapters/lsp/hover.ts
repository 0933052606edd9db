/** `textDocument/hover`: what is known of a blocking call. */
import type { Hover, HoverParams } from "vscode-languageserver";
import type { Cost } from "../../core/catalogue";
import { fileLabels } from "../../core/fileLabels";
import type { ChainStep, Finding } from "../../core/findings";
import { shortName } from "../../core/message";
import { documentFinder } from "./documents";
import { toRange, toSpan } from "./positions";
import { sourceOf } from "./source";
import type { ServerState } from "./state";
import type { DocumentOfFile } from "./toDiagnostic";

/** So many of the other APIs that a call reaches are named; the rest is counted. */
const NAMED_APIS = 8;

/**
 * What blocks and what it costs, the calls on the way to it as a list (with links, in Markdown), what else the call
 * reaches, and what takes its place. `null` where no blocking call is.
 */
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
  const { markdownHover } = state.client;
  const style = markdownHover ? MARKDOWN : PLAIN;
  const blocks = `${style.code(subjectOf(finding))} blocks the event loop: ${finding.category}, ${COST_TEXT[finding.cost]}.`;
  // What computes has its evidence in its message.
  const paragraphs = [finding.code === "heavy-loop" ? finding.message : blocks];
  if (finding.chain.length > 1) paragraphs.push(chainList(finding.chain, style, documentFinder(state, source.project)));
  if (finding.alsoReaches.length > 0) paragraphs.push(othersOf(finding, style));
  const rewrite = finding.fixes.find(({ kind }) => kind === "await-twin" || kind === "yield" || kind === "extract");
  if (rewrite !== undefined) paragraphs.push(`Fix: ${rewrite.title}.`);
  return {
    contents: { kind: markdownHover ? "markdown" : "plaintext", value: paragraphs.join(style.between) },
    range: toRange(document, finding.span),
  };
}

/** A function of the project's own by its name; an API with its module, as the configuration names it. */
function subjectOf({ chain: [first, ...further], api }: Finding): string {
  return further.length === 0 ? api : first.name;
}

/** A line for each step behind the first: what it calls, and where. */
function chainList([, ...further]: Finding["chain"], style: Style, documentOf: DocumentOfFile): string {
  const labels = fileLabels(further.map(({ file }) => file));
  const lines = further.map((step, index) => {
    const document = documentOf(step.file);
    const { start } = toRange(document, step.span);
    const place = `${labels.get(step.file) ?? ""}:${String(start.line + 1)}`;
    // The fragment is VS Code's: line and column, counted from one.
    const link = style.link(place, `${document.uri}#L${String(start.line + 1)},${String(start.character + 1)}`);
    return `${String(index + 1)}. ${wordsOf(step, index, style)}: ${link}`;
  });
  return lines.join("\n");
}

function wordsOf({ name, does }: ChainStep, index: number, style: Style): string {
  return `${index === 0 ? "it" : "which"} ${does ?? `calls ${style.code(name)}`}`;
}

function othersOf({ alsoReaches }: Finding, { code }: Style): string {
  const names = alsoReaches.slice(0, NAMED_APIS).map((api) => code(shortName(api)));
  const more = alsoReaches.length - names.length;
  return `It also reaches ${names.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}.`;
}

interface Style {
  readonly between: string;
  code(this: void, text: string): string;
  link(this: void, text: string, target: string): string;
}

const MARKDOWN: Style = {
  between: "\n\n",
  code: (text) => `\`${text}\``,
  link: (text, target) => `[${text.replace(/[\\[\]_*`]/g, "\\$&")}](${target})`,
};

const PLAIN: Style = { between: "\n", code: (text) => text, link: (text) => text };

const COST_TEXT = {
  microseconds: "for microseconds",
  milliseconds: "for milliseconds",
  seconds: "for seconds",
  unbounded: "for as long as it waits",
} as const satisfies Record<Cost, string>;

/** Hints at functions that block and that code on the event loop reaches. Off by default. */
import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { rulePage } from "../../core/rules";
import { toRange } from "./positions";
import type { Source } from "./source";
import type { ServerState } from "./state";
import { SOURCE, type DocumentOfFile } from "./toDiagnostic";
import { lastHelpers } from "./walk";
import { waysText } from "./waysIn";

/** So many ways can be clicked in a hint; the command shows all. */
const MOST_RELATED = 5;

/** By the last walk: a walk takes longer than a keystroke, so that a new one brings a refresh. */
export function reachedHelpers(
  state: ServerState,
  document: TextDocument,
  { location }: Source,
  documentOf: DocumentOfFile,
): Diagnostic[] {
  if (!state.extras.reachedHelpers) return [];
  return lastHelpers(state, location).map(({ name, span, ways }) => {
    const diagnostic: Diagnostic = {
      source: SOURCE,
      code: "blocking-chain",
      severity: DiagnosticSeverity.Hint,
      range: toRange(document, span),
      message: `\`${name}\` blocks the event loop: ${waysText(ways.length)}.`,
    };
    if (state.client.codeDescription) diagnostic.codeDescription = { href: rulePage("blocking-chain") };
    if (state.client.relatedInformation) {
      diagnostic.relatedInformation = ways.slice(0, MOST_RELATED).map((way) => {
        const holder = documentOf(way.file);
        const message = `${way.within ?? "the module"} calls ${way.chain[0].name}`;
        return { location: { uri: holder.uri, range: toRange(holder, way.span) }, message };
      });
    }
    return diagnostic;
  });
}

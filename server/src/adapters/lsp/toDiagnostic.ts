import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Problem } from "../../core/facts";
import type { Edit, Finding, Severity } from "../../core/findings";
import { rulePage } from "../../core/rules";
import type { ClientFeatures } from "./clientFeatures";
import { rangeOfToken, toRange } from "./positions";
import type { DocumentEdit, FixData } from "./protocol";

export const SOURCE = "unblock";

const SEVERITY = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** How the text of a path is found: positions of a step or an edit in another file need it. */
export type DocumentOfFile = (file: string) => TextDocument;

/** A finding of `document`. Its `data` holds the fixes alone; who makes a result of it adds the fingerprint. */
export function toDiagnostic(
  finding: Finding,
  document: TextDocument,
  documentOf: DocumentOfFile,
  client: ClientFeatures,
): Diagnostic {
  const diagnostic: Diagnostic = {
    source: SOURCE,
    code: finding.code,
    severity: SEVERITY[finding.severity],
    range: toRange(document, finding.span),
    message: finding.message,
    data: { fixes: finding.fixes.map((fix) => toFixData(fix, documentOf)) },
  };
  if (client.codeDescription) diagnostic.codeDescription = { href: rulePage(finding.code) };
  if (client.unnecessaryTag && finding.code === "unused-suppression") diagnostic.tags = [DiagnosticTag.Unnecessary];
  const further = finding.chain.slice(1);
  if (client.relatedInformation && further.length > 0) {
    diagnostic.relatedInformation = further.map((step, index) => {
      const holder = documentOf(step.file);
      const caller = finding.chain[index]?.name ?? "";
      const blocks = index === further.length - 1 ? ", which blocks" : "";
      const location = { uri: holder.uri, range: toRange(holder, step.span) };
      return { location, message: `${caller} ${step.does ?? `calls ${step.name}`}${blocks}` };
    });
  }
  return diagnostic;
}

/** A problem of the file itself, at its offset or at the top. */
export function problemToDiagnostic(problem: Problem, document: TextDocument): Diagnostic {
  return {
    source: SOURCE,
    code: problem.kind,
    severity: problem.kind === "config" ? DiagnosticSeverity.Error : DiagnosticSeverity.Information,
    range: rangeOfToken(document, problem.offset ?? 0),
    message: problem.message,
  };
}

export function toDocumentEdits(edits: readonly Edit[], documentOf: DocumentOfFile): DocumentEdit[] {
  return edits.map((edit) => {
    const document = documentOf(edit.file);
    return { uri: document.uri, range: toRange(document, edit.span), newText: edit.text };
  });
}

export function toFixData(fix: Finding["fixes"][number], documentOf: DocumentOfFile): FixData {
  const { kind, title, safe, creates } = fix;
  const edits = toDocumentEdits(fix.edits, documentOf);
  if (creates === undefined) return { kind, title, safe, edits };
  return { kind, title, safe, edits, creates: creates.map((file) => documentOf(file).uri) };
}

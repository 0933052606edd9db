/** `textDocument/codeAction`: fixes of the findings at a range, and "fix all" of the file. */
import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FixKind } from "../../core/findings";
import { chainFixes } from "./chainFixes";
import { fixAllEdit, type FixAllData } from "./codeActionResolve";
import { documentDiagnostics } from "./documentDiagnostics";
import { rangesTouch } from "./positions";
import { brokenConfig } from "./project";
import type { DiagnosticData, FixData } from "./protocol";
import { GATHER_KIND, refactorings } from "./refactorings";
import { sourceOf } from "./source";
import type { ServerState } from "./state";
import { SOURCE } from "./toDiagnostic";
import { toWorkspaceEdit } from "./workspaceEdit";

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.unblock`;

const FIX_ALL_TITLE = "Fix all safe problems in this file";

/** Rewrites are what "fix all" does; suppressions come last in the menu and are never preferred. */
const ROLES = {
  "await-twin": "rewrite",
  "make-async": "rewrite",
  yield: "rewrite",
  extract: "rewrite",
  "suppress-line": "suppression",
  "suppress-file": "suppression",
  "remove-suppression": "removal",
} as const satisfies Record<FixKind, string>;

export async function codeAction(state: ServerState, params: CodeActionParams): Promise<CodeAction[]> {
  await state.ready;
  const document = state.documents.get(params.textDocument.uri);
  if (document === undefined) return [];
  const { only } = params.context;
  return [
    ...(isWanted(CodeActionKind.QuickFix, only) ? quickFixes(state, document, params) : []),
    ...(isWanted(GATHER_KIND, only) ? refactorings(state, document, params) : []),
    ...(isWanted(FIX_ALL_KIND, only) ? fixAll(state, document) : []),
  ];
}

/** Kinds are hierarchical: who asks for `source.fixAll` gets `source.fixAll.unblock`. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === "" || asked === kind || kind.startsWith(`${asked}.`));
}

function quickFixes(state: ServerState, document: TextDocument, params: CodeActionParams): CodeAction[] {
  const rewrites: CodeAction[] = [];
  const refused: CodeAction[] = [];
  const suppressions = new Map<string, CodeAction>();
  for (const diagnostic of diagnosticsFor(state, document, params)) {
    // What a diagnostic carries holds for its result; what goes through other files is made now.
    const isAsked = diagnostic.code === "blocking-chain" || diagnostic.code === "heavy-loop";
    const chain = isAsked ? chainFixes(state, document, diagnostic) : undefined;
    const fixes = inOrder(chain?.fixes ?? [], fixesOf(diagnostic));
    for (const { title, reason } of state.client.disabledActions ? (chain?.refused ?? []) : []) {
      refused.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], disabled: { reason } });
    }
    const preferred = fixes.find((fix) => fix.safe && ROLES[fix.kind] !== "suppression");
    for (const fix of fixes) {
      const edit = toWorkspaceEdit(state, fix.edits, fix.creates);
      const action: CodeAction = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit };
      if (fix === preferred) action.isPreferred = true;
      if (ROLES[fix.kind] !== "suppression") {
        rewrites.push(action);
        continue;
      }
      // Two findings on a line are silenced by the same comment.
      const key = JSON.stringify([fix.title, fix.edits]);
      const same = suppressions.get(key);
      if (same === undefined) suppressions.set(key, action);
      else same.diagnostics?.push(diagnostic);
    }
  }
  return [...rewrites, ...refused, ...suppressions.values()];
}

/** What a file can do for itself comes before what needs others; what makes a function asynchronous is asked for alone. */
function inOrder(asked: readonly FixData[], carried: readonly FixData[]): readonly FixData[] {
  const rewrites = carried.filter(({ kind }) => ROLES[kind] === "rewrite");
  return [...rewrites, ...asked, ...carried.filter((fix) => !rewrites.includes(fix))];
}

/**
 * The diagnostics whose fixes are asked for, with edits that hold for the current text: those of the request if they
 * belong to the result that the client was sent last and nothing has happened since, else the current ones there.
 */
function diagnosticsFor(state: ServerState, document: TextDocument, params: CodeActionParams): readonly Diagnostic[] {
  const ours = params.context.diagnostics.filter((diagnostic) => diagnostic.source === SOURCE);
  const sent = state.sent.get(document.uri);
  const isCurrent = sent?.revision === state.revision && sent.version === document.version;
  const areCarried = ours.every((diagnostic) => dataOf(diagnostic)?.fingerprint === sent?.resultId);
  if (ours.length > 0 && isCurrent && areCarried) return ours;
  const { items } = documentDiagnostics(state, document);
  return items.filter((item) => rangesTouch(item.range, params.range));
}

function fixAll(state: ServerState, document: TextDocument): CodeAction[] {
  const source = sourceOf(state, document);
  if (source === undefined) return [];
  const { location, project } = source;
  if (brokenConfig(project, location) !== undefined) return [];
  const { findings } = project.analyzer.report(location.file);
  const isSure = findings.some(({ fixes: [best] }) => best?.safe === true && ROLES[best.kind] === "rewrite");
  // Whether a chain has a safe one is known when it is made.
  const mayBe = isSure || findings.some(({ code }) => code === "blocking-chain");
  if (!mayBe || (!isSure && fixAllEdit(state, document) === undefined)) return [];
  const action: CodeAction = { title: FIX_ALL_TITLE, kind: FIX_ALL_KIND };
  if (state.client.resolveEdit) return [{ ...action, data: { fixAll: document.uri } satisfies FixAllData }];
  const edit = fixAllEdit(state, document);
  return edit === undefined ? [] : [{ ...action, edit }];
}

function fixesOf(diagnostic: Diagnostic): readonly FixData[] {
  return dataOf(diagnostic)?.fixes ?? [];
}

/** Clients give `data` back as they got it, or not at all. */
function dataOf(diagnostic: Diagnostic): DiagnosticData | undefined {
  const data = diagnostic.data as Partial<DiagnosticData> | null | undefined;
  return typeof data?.fingerprint === "string" && Array.isArray(data.fixes) ? (data as DiagnosticData) : undefined;
}

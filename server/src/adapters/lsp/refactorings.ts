/** Code actions that no finding asks for: rewrites at the cursor, or of what is selected. */
import { CodeActionKind, type CodeAction, type CodeActionParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { documentOfFile } from "./documents";
import { toSpan } from "./positions";
import { brokenConfig } from "./project";
import { sourceOf } from "./source";
import type { ServerState } from "./state";
import { toDocumentEdits } from "./toDiagnostic";
import { toWorkspaceEdit } from "./workspaceEdit";

/** Calls that wait one after the other are run together. */
export const GATHER_KIND = `${CodeActionKind.RefactorRewrite}.unblock.gather`;

/** The rewrites at a range for the text as it is now; those that can't be done where the client shows why. */
export function refactorings(state: ServerState, document: TextDocument, { range }: CodeActionParams): CodeAction[] {
  const source = sourceOf(state, document);
  if (source === undefined || brokenConfig(source.project, source.location) !== undefined) return [];
  const { location, project } = source;
  const { offered, refused } = project.analyzer.refactorings(location.file, toSpan(document, range)) ?? {
    offered: [],
    refused: [],
  };
  const documentOf = (file: string): TextDocument =>
    file === location.file ? document : documentOfFile(state, project, file);
  const actions = offered.map(({ title, edits }): CodeAction => {
    return { title, kind: GATHER_KIND, edit: toWorkspaceEdit(state, toDocumentEdits(edits, documentOf)) };
  });
  if (!state.client.disabledActions) return actions;
  return [...actions, ...refused.map(({ title, reason }) => ({ title, kind: GATHER_KIND, disabled: { reason } }))];
}

/** `codeAction/resolve`: the edit of "fix all", made when it is chosen. */
import type { CodeAction, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { documentOfFile } from "./documents";
import { sourceOf } from "./source";
import type { ServerState } from "./state";
import { toDocumentEdits } from "./toDiagnostic";
import { toWorkspaceEdit } from "./workspaceEdit";

/** `data` of the "fix all" action. */
export interface FixAllData {
  /** URI of the document. */
  readonly fixAll: string;
}

/** The action with its edit, for the text as it is now; without one if there is nothing to fix any more. */
export async function codeActionResolve(state: ServerState, action: CodeAction): Promise<CodeAction> {
  await state.ready;
  const data = action.data as Partial<FixAllData> | null | undefined;
  const document = typeof data?.fixAll === "string" ? state.documents.get(data.fixAll) : undefined;
  const edit = document && fixAllEdit(state, document);
  return edit === undefined ? action : { ...action, edit };
}

/** All safe fixes of a document together, `undefined` when there are none. */
export function fixAllEdit(state: ServerState, document: TextDocument): WorkspaceEdit | undefined {
  const source = sourceOf(state, document);
  if (source === undefined) return undefined;
  const { location, project } = source;
  const edits = project.analyzer.fixAll(location.file, { unsafe: false });
  if (edits.length === 0) return undefined;
  const documentOf = (file: string): TextDocument =>
    file === location.file ? document : documentOfFile(state, project, file);
  return toWorkspaceEdit(state, toDocumentEdits(edits, documentOf));
}

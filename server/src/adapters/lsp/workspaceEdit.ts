import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { DocumentEdit } from "./protocol";
import type { ServerState } from "./state";

/**
 * Edits as the client takes them: with the versions they were made for where it can check them. Edits of one document
 * keep their order, which decides where several start at the same place. Files in `creates` are made first, for clients that can;
 * where one is there after all, the edit fails as a whole.
 */
export function toWorkspaceEdit(
  state: ServerState,
  edits: readonly DocumentEdit[],
  creates: readonly string[] = [],
): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const { uri, range, newText } of edits) {
    const known = byUri.get(uri) ?? [];
    known.push({ range, newText });
    byUri.set(uri, known);
  }
  if (!state.client.documentChanges) return { changes: Object.fromEntries(byUri) };
  const documentChanges = [...byUri].map(([uri, textEdits]): TextDocumentEdit => {
    const version = state.documents.get(uri)?.version ?? null;
    return { textDocument: { uri, version }, edits: textEdits };
  });
  const created = creates.map((uri): CreateFile => ({
    kind: "create",
    uri,
    options: { overwrite: false, ignoreIfExists: false },
  }));
  return { documentChanges: [...created, ...documentChanges] };
}

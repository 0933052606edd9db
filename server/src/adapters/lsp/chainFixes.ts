/** Fixes of `blocking-chain` and `heavy-loop` findings that go through other files: they are made when they are asked for. */
import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Fix } from "../../core/findings";
import type { RefusedFix } from "../../workspace/types";
import { documentOfFile } from "./documents";
import { toSpan } from "./positions";
import { brokenConfig } from "./project";
import type { FixData } from "./protocol";
import { sourceOf } from "./source";
import type { ServerState } from "./state";
import { toFixData } from "./toDiagnostic";

const NO_NEW_FILES = "It makes a file, and this editor says that its edits can't.";

export interface ChainFixData {
  readonly fixes: readonly FixData[];
  readonly refused: readonly RefusedFix[];
}

/** The fixes of one diagnostic for the texts as they are now, and those that can't be made. */
export function chainFixes(state: ServerState, document: TextDocument, { range }: Diagnostic): ChainFixData {
  const source = sourceOf(state, document);
  if (source === undefined || brokenConfig(source.project, source.location) !== undefined)
    return { fixes: [], refused: [] };
  const { location, project } = source;
  const { fixes, refused } = project.analyzer.chainFixes(location.file, toSpan(document, range).start);
  const documentOf = (file: string): TextDocument =>
    file === location.file ? document : documentOfFile(state, project, file);
  const isPossible = ({ creates }: Fix): boolean => creates === undefined || state.client.createFiles;
  const impossible = fixes.filter((fix) => !isPossible(fix));
  return {
    fixes: fixes.filter(isPossible).map((fix) => toFixData(fix, documentOf)),
    refused: [...refused, ...impossible.map(({ title }) => ({ title, reason: NO_NEW_FILES }))],
  };
}

import { TextDocument } from "vscode-languageserver-textdocument";
import { isConfigFile, type Project } from "./project";
import type { ServerState } from "./state";
import { locate, toUri, type Location } from "./uris";

/** The document of a path as the editor has it, or as the engine knows it, so that positions in reports fit it. */
export function documentOfFile(state: ServerState, project: Project, file: string): TextDocument {
  const open = state.documents.all().find((document) => locationOf(document)?.file === file);
  if (open !== undefined) return open;
  const read = project.analyzer.read(file);
  return TextDocument.create(toUri(file), "", 0, "text" in read ? read.text : "");
}

/** Documents by their path, each found once; to be kept for one answer only. */
export function documentFinder(state: ServerState, project: Project): (file: string) => TextDocument {
  const known = new Map<string, TextDocument>();
  return (file) => {
    const document = known.get(file) ?? documentOfFile(state, project, file);
    known.set(file, document);
    return document;
  };
}

/** The text is empty where there is no file that can be read. */
export function documentOnDisk(project: Project, file: string): TextDocument {
  const read = project.host.read(file);
  return TextDocument.create(toUri(file), "", 0, "text" in read ? read.text : "");
}

export function locationOf(document: TextDocument): Location | undefined {
  return locate(document.uri, document.languageId);
}

/** What is done with a document: its calls are checked, its settings are, or nothing is. */
export function roleOf(state: ServerState, location: Location): "source" | "config" | "other" {
  if (isConfigFile(location)) return "config";
  const { extensions } = state.services;
  return extensions.some((extension) => location.name.toLowerCase().endsWith(extension)) ? "source" : "other";
}

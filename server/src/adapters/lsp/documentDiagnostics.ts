import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Problem } from "../../core/facts";
import { parseConfigFile } from "../../workspace/configFile";
import { documentFinder, locationOf } from "./documents";
import { messageOf } from "./log";
import { brokenConfig, configProblems, isConfigFile } from "./project";
import type { DiagnosticData, StatusParams } from "./protocol";
import { reachedHelpers } from "./reachedHelpers";
import { resultIdOf } from "./resultId";
import { sourceOf, type Source } from "./source";
import type { ServerState } from "./state";
import { setTrouble } from "./status";
import { problemToDiagnostic, toDiagnostic } from "./toDiagnostic";
import { toUri, type Location } from "./uris";

/** What is to be said of a document now. */
export interface DocumentDiagnostics {
  readonly items: Diagnostic[];
  readonly resultId: string;
}

/**
 * Diagnostics of a document, from its current text. Documents that are nobody's business have none. What goes wrong
 * inside is a diagnostic as well: a list that looks clean would be a lie.
 */
export function documentDiagnostics(state: ServerState, document: TextDocument): DocumentDiagnostics {
  const started = performance.now();
  let items: Diagnostic[];
  try {
    items = diagnosticsOf(state, document);
  } catch (error) {
    state.log.failure("textDocument/diagnostic", document.uri, error);
    items = [problemToDiagnostic(internalProblem(document.uri, error), document)];
    setTrouble(state, document.uri, { level: "error", message: "A file could not be analysed.", uri: document.uri });
  }
  const resultId = resultIdOf(items);
  for (const item of items) {
    if (item.data !== undefined) item.data = { ...(item.data as DiagnosticData), fingerprint: resultId };
  }
  const milliseconds = Math.round(performance.now() - started);
  state.log.debug(`${document.uri}: ${items.length} diagnostics in ${milliseconds} ms`);
  return { items, resultId };
}

function diagnosticsOf(state: ServerState, document: TextDocument): Diagnostic[] {
  const location = locationOf(document);
  if (location === undefined) return [];
  if (isConfigFile(location)) return configDiagnostics(location, document);
  const source = sourceOf(state, document);
  return source === undefined ? [] : sourceDiagnostics(state, document, source);
}

function sourceDiagnostics(state: ServerState, document: TextDocument, { location, project }: Source): Diagnostic[] {
  const report = project.analyzer.report(location.file);
  const diagnostics: Diagnostic[] = [];
  for (const problem of report.problems) {
    // What a file holds that can't be analysed is the compiler's to tell, or is no mistake at all.
    if (problem.kind === "internal") diagnostics.push(problemToDiagnostic(problem, document));
    else state.log.once(document.uri, problem.message);
  }
  const find = documentFinder(state, project);
  const documentOf = (file: string): TextDocument => (file === location.file ? document : find(file));
  const broken = brokenConfig(project, location);
  for (const finding of report.findings) {
    const offered = broken === undefined ? finding : { ...finding, fixes: [] };
    diagnostics.push(toDiagnostic(offered, document, documentOf, state.client));
  }
  diagnostics.push(...reachedHelpers(state, document, { location, project }, documentOf));
  if (broken !== undefined) {
    // Nobody may have the file open: the log is where a person learns what is wrong with it.
    for (const problem of configProblems(project, location)) state.log.warnOnce(toUri(broken), problem.message);
  }
  setTrouble(state, document.uri, broken === undefined ? undefined : brokenConfigStatus(broken));
  return diagnostics;
}

function configDiagnostics(location: Location, document: TextDocument): Diagnostic[] {
  return parseConfigFile(location.file, document.getText()).problems.map((problem) =>
    problemToDiagnostic(problem, document),
  );
}

function brokenConfigStatus(file: string): StatusParams {
  const name = file.replace(/^.*[\\/]/, "");
  const message = `${name} can't be read: the last valid configuration holds, and no fixes are offered.`;
  return { level: "warning", message, uri: toUri(file) };
}

function internalProblem(uri: string, error: unknown): Problem {
  const message = `Unblock could not analyse this file: ${messageOf(error)} (details are in Unblock's output).`;
  return { file: uri, kind: "internal", message };
}

/** Which documents are checked: those that the command line would check too. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import { classifyText } from "../../workspace/classify";
import { ignoreRulesAbove, isIgnored } from "../../workspace/gitignore";
import { isEnvironment } from "../../workspace/installed";
import { upward } from "../../workspace/paths";
import { locationOf, roleOf } from "./documents";
import type { Project } from "./project";
import type { ServerState } from "./state";
import type { Location } from "./uris";

/** A document whose calls are checked, in its project. */
export interface Source {
  readonly location: Location;
  readonly project: Project;
}

const LEFT_OUT =
  /^(?:node_modules|(?:site|dist)-packages|bower_components|jspm_packages|\.yarn|\.git|\.hg|\.svn|\.jj)$/;

/** `undefined` for what isn't checked; if that is because of its text or its place, the log says so once. */
export function sourceOf(state: ServerState, document: TextDocument): Source | undefined {
  const location = locationOf(document);
  if (location === undefined || roleOf(state, location) !== "source") return undefined;
  const project = state.projects.of(location);
  const reason = reasonOfText(location, document.getText()) ?? reasonOfPlace(project, location);
  if (reason === undefined) return { location, project };
  state.log.once(document.uri, `Not analysed: ${reason}.`);
  return undefined;
}

/** Why a text isn't handed to the engine: bundles and minified code would hold the server up for long. */
export function reasonOfText(location: Location, text: string): string | undefined {
  const content = classifyText(location.name, text);
  return "message" in content ? content.message : undefined;
}

/** Why a walk of the root would leave the file out. Asked of the disk once per file, until the project is made anew. */
function reasonOfPlace(project: Project, location: Location): string | undefined {
  if (location.untitled) return undefined;
  const { leftOut } = project;
  if (!leftOut.has(location.file)) leftOut.set(location.file, placeReason(project, location));
  return leftOut.get(location.file);
}

function placeReason({ root, isLoose, configs, host }: Project, location: Location): string | undefined {
  const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const all = [...upward(location.file)];
  // Of a file in no workspace nobody has said that its surroundings are wanted.
  const below = isLoose ? all : all.slice(0, all.indexOf(root));
  if (below.some((path) => LEFT_OUT.test(nameOf(path)))) return "it belongs to a dependency or to version control";
  if (below.some((path) => isEnvironment(path, host.isFile))) return "it belongs to a virtual environment";
  for (const [index, path] of (isLoose ? [location.file] : below).entries()) {
    if (configs.isExcluded(path)) return "the configuration excludes it";
    const folder = all[index + 1];
    if (folder !== undefined && isIgnored(ignoreRulesAbove(folder), path, index > 0)) return ".gitignore names it";
  }
  return undefined;
}

/** Which file a Python module name means: packages, namespace packages, several roots, installed packages. */
import * as path from "node:path";
import type { ResolvedModule } from "../../core/link";
import { PythonProjects } from "./pythonProjects";
import { STANDARD_LIBRARY } from "./pythonStandardLibrary";
import type { ProjectHost } from "./questions";
import { placeInSite } from "./types";

export class PythonModules {
  private readonly projects: PythonProjects;

  constructor(project: ProjectHost) {
    this.projects = new PythonProjects(project);
  }

  /**
   * The file of module `specifier` (`.helpers`, `app.db`) as imported by a file in `folder`, taking as many of the `names`
   * behind it for submodules as there are files for; `undefined` when there is none, for the standard library, and where
   * several projects beside this one have it. Stub files and compiled extensions are none.
   */
  resolve(
    folder: string,
    specifier: string,
    names: readonly string[],
    isFile: (file: string) => boolean,
  ): ResolvedModule | undefined {
    const [, dots = "", dotted = ""] = /^(\.*)(.*)$/.exec(specifier) ?? [];
    const segments = dotted.split(".").filter((segment) => segment !== "");
    if (dots !== "") {
      const base = path.resolve(folder, ...Array<string>(dots.length - 1).fill(".."));
      return found(moduleAt(base, segments, names, isFile));
    }
    const [top] = segments;
    if (top === undefined || STANDARD_LIBRARY.has(top)) return undefined;
    const installed = placeInSite(folder + path.sep + ".")?.site;
    if (installed !== undefined) return found(inRoots([installed], segments, names, isFile));
    const { own, installed: site, beside, inside } = this.projects.rootsWith(folder, top);
    return (
      found(inRoots(own, segments, names, isFile)) ??
      found(inRoots(site, segments, names, isFile)) ??
      found(onlyOne(beside, segments, names, isFile)) ??
      // Not how a package's files are found, unless it is run from inside.
      found(inRoots(inside, segments, names, isFile))
    );
  }
}

function found(module: ResolvedModule | "none" | undefined): ResolvedModule | undefined {
  return module === "none" ? undefined : module;
}

/** A regular package ends the search, whether it holds the module or not; namespace packages don't. */
function inRoots(
  roots: Iterable<string>,
  segments: readonly string[],
  names: readonly string[],
  isFile: (file: string) => boolean,
): ResolvedModule | undefined {
  for (const root of roots) {
    const module = moduleAt(root, segments, names, isFile);
    if (module === "none") return undefined;
    if (module !== undefined) return module;
  }
  return undefined;
}

/** Two projects may each have a `utils`: neither is meant for certain. */
function onlyOne(
  roots: Iterable<string>,
  segments: readonly string[],
  names: readonly string[],
  isFile: (file: string) => boolean,
): ResolvedModule | undefined {
  const modules = new Map<string, ResolvedModule>();
  for (const root of roots) {
    const module = moduleAt(root, segments, names, isFile);
    if (module !== undefined && module !== "none") modules.set(module.file, module);
    if (modules.size > 1) return undefined;
  }
  return [...modules.values()][0];
}

/** The module below `root`; "none" when a regular package or a module there has its first name and not the rest. */
function moduleAt(
  root: string,
  segments: readonly string[],
  names: readonly string[],
  isFile: (file: string) => boolean,
): ResolvedModule | "none" | undefined {
  const module = path.join(root, ...segments);
  for (let used = names.length; used >= 0; used--) {
    const below = used === 0 ? module : path.join(module, ...names.slice(0, used));
    // A package comes before a module of the same name.
    const file = [path.join(below, "__init__.py"), `${below}.py`].find(isFile);
    if (file !== undefined) return { file, used };
  }
  const [top] = segments;
  if (top === undefined || segments.length === 1) return undefined;
  return [path.join(root, top, "__init__.py"), path.join(root, `${top}.py`)].some(isFile) ? "none" : undefined;
}

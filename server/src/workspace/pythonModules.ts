/** Which file a Python module name means: relative names from the package, absolute ones from the folders above. */
import * as path from "node:path";
import type { ResolvedModule } from "../core/link";
import { upward } from "./paths";

/**
 * The file of module `specifier` (`.helpers`, `app.db`) as imported in `from`, taking as many of the `names` behind it for
 * submodules as there are files for; undefined when there is none. Absolute names are looked for in the folder of
 * `from`, in those above it, and in their `src` folders.
 */
export function resolvePythonModule(
  from: string,
  specifier: string,
  names: readonly string[],
  isFile: (file: string) => boolean,
): ResolvedModule | undefined {
  const [, dots = "", dotted = ""] = /^(\.*)(.*)$/.exec(specifier) ?? [];
  const segments = dotted.split(".").filter((segment) => segment !== "");
  for (const base of dots === ""
    ? searchPath(from, isFile)
    : [path.resolve(path.dirname(from), ...Array<string>(dots.length - 1).fill(".."))]) {
    for (let used = names.length; used >= 0; used--) {
      const module = path.join(base, ...segments, ...names.slice(0, used));
      const file = [`${module}.py`, path.join(module, "__init__.py")].find(isFile);
      if (file !== undefined) return { file, used };
    }
  }
  return undefined;
}

const PROJECT_FILES = ["pyproject.toml", "setup.py", "setup.cfg"];

function* searchPath(from: string, isFile: (file: string) => boolean): Generator<string> {
  for (const folder of upward(path.dirname(from))) {
    yield folder;
    yield path.join(folder, "src");
    // What is outside the project isn't imported by it.
    if (PROJECT_FILES.some((name) => isFile(path.join(folder, name)))) return;
  }
}

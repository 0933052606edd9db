/** Files of installed packages, told by the folders that package managers make. */
import * as path from "node:path";
import { isInside } from "./paths";
import { dependencyFolder, placeInSite } from "./resolution/types";

/** A package as it is installed. */
export interface InstalledPackage {
  /** Its own folder; a Python module that is one file: the file. */
  readonly folder: string;
  /** As it is imported: `execa`, `@scope/name`; in Python the name of the top-level module. */
  readonly name: string;
}

/** What every virtual environment of Python holds (PEP 405). */
export const ENVIRONMENT_MARK = "pyvenv.cfg";

/** Whether a folder is a virtual environment of Python, whatever its name. */
export function isEnvironment(folder: string, isFile: (file: string) => boolean): boolean {
  return isFile(path.join(folder, ENVIRONMENT_MARK));
}

/** What package managers write when they have installed something, those of Node.js also right below node_modules. */
const RECORDS = [
  ...["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"],
  ...[".package-lock.json", ".modules.yaml", ".yarn-state.yml", ".yarn-integrity"],
  ...["uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"],
];

/** Names of files that change when packages are installed. */
export const INSTALL_RECORDS: ReadonlySet<string> = new Set(RECORDS);

const PACKAGE_FOLDERS = /[\\/](?:node_modules|(?:site|dist)-packages)[\\/]/;

/** The installed package that a file is of, seen from a workspace whose folder is `root`; undefined for its own files. */
export function installedPackage(root: string, file: string): InstalledPackage | undefined {
  // Asked of every file: most have no such folder in their path.
  if (!PACKAGE_FOLDERS.test(file)) return undefined;
  const found = inNodeModules(file) ?? inSitePackages(file);
  // Who opens a package's folder as a workspace is at work on it.
  return found !== undefined && isInside(found.folder, root) ? undefined : found;
}

function inNodeModules(file: string): InstalledPackage | undefined {
  const folder = dependencyFolder(file);
  if (folder === undefined) return undefined;
  const name = path.basename(folder);
  const scope = path.basename(path.dirname(folder));
  return { folder, name: scope.startsWith("@") ? `${scope}/${name}` : name };
}

function inSitePackages(file: string): InstalledPackage | undefined {
  const place = placeInSite(file);
  return place && { folder: path.join(place.site, place.name), name: place.name.replace(/\.py$/, "") };
}

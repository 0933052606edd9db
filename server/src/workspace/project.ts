/** What the nearest package.json or pyproject.toml says of a file's project. */
import * as path from "node:path";
import * as semver from "semver";
import { upward } from "./paths";
import { packagesOfPyproject, packagesOfRequirements, type Packages } from "./pythonPackages";
import type { Host } from "./types";

/** Node.js releases older than this are past their support; a project without `engines` is taken to run on it. */
const DEFAULT_NODE_MAJOR = 20;

/** The same for Python: 3.9 is the first with `asyncio.to_thread`. */
const DEFAULT_PYTHON_MINOR = 9;

/** Reads the manifests above a file; each is read once until `clear`. */
export class ProjectReader {
  private readonly versions = new Map<string, number | undefined>();
  /** By folder. */
  private readonly packages = new Map<string, Packages>();
  /** By the manifest's path; undefined where there is none. */
  private readonly npm = new Map<string, Readonly<Record<string, string>> | undefined>();

  constructor(private readonly host: Host) {}

  clear(): void {
    this.versions.clear();
    this.packages.clear();
    this.npm.clear();
  }

  /** Lowest Node.js major version that the project of `file` supports. */
  nodeMajor(file: string): number {
    return this.nearest(file, "package.json", nodeMajorOf) ?? DEFAULT_NODE_MAJOR;
  }

  /** npm packages that the nearest package.json of `file` declares, with their ranges. */
  npmPackages(file: string): Readonly<Record<string, string>> {
    for (const folder of upward(path.dirname(file))) {
      const manifest = path.join(folder, "package.json");
      if (!this.npm.has(manifest)) {
        const result = this.host.isFile(manifest) ? this.host.read(manifest) : undefined;
        this.npm.set(manifest, result !== undefined && "text" in result ? dependenciesOf(result.text) : undefined);
      }
      const declared = this.npm.get(manifest);
      if (declared !== undefined) return declared;
    }
    return {};
  }

  /** Lowest minor version of Python 3 that the project of `file` supports. */
  pythonMinor(file: string): number {
    return this.nearest(file, "pyproject.toml", pythonMinorOf) ?? DEFAULT_PYTHON_MINOR;
  }

  /** Packages that the nearest pyproject.toml or requirements.txt of `file` names that names any. */
  pythonPackages(file: string): Packages {
    for (const folder of upward(path.dirname(file))) {
      const declared = this.packages.get(folder) ?? this.declaredIn(folder);
      this.packages.set(folder, declared);
      if (Object.keys(declared).length > 0) return declared;
    }
    return {};
  }

  /** An extra of one file that the other one requires is required. */
  private declaredIn(folder: string): Packages {
    const read = (name: string): string => {
      const manifest = path.join(folder, name);
      const result = this.host.isFile(manifest) ? this.host.read(manifest) : undefined;
      return result !== undefined && "text" in result ? result.text : "";
    };
    return {
      ...packagesOfPyproject(read("pyproject.toml")),
      ...packagesOfRequirements(read("requirements.txt")),
    };
  }

  /** What the nearest manifest of this name says that says anything. */
  private nearest(file: string, name: string, read: (text: string) => number | undefined): number | undefined {
    for (const folder of upward(path.dirname(file))) {
      const manifest = path.join(folder, name);
      if (!this.versions.has(manifest)) this.versions.set(manifest, this.version(manifest, read));
      const version = this.versions.get(manifest);
      if (version !== undefined) return version;
    }
    return undefined;
  }

  private version(manifest: string, read: (text: string) => number | undefined): number | undefined {
    if (!this.host.isFile(manifest)) return undefined;
    const result = this.host.read(manifest);
    return "text" in result ? read(result.text) : undefined;
  }
}

function dependenciesOf(text: string): Readonly<Record<string, string>> {
  const { dependencies, devDependencies } = manifestOf(text) ?? {};
  const ranges = Object.entries({ ...devDependencies, ...dependencies });
  return Object.fromEntries(ranges.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function nodeMajorOf(text: string): number | undefined {
  const engines = enginesOf(text);
  if (engines === undefined || semver.validRange(engines) === null) return undefined;
  return semver.minVersion(engines)?.major;
}

/** The lowest 3.x of `requires-python = ">=3.8"`, or of Poetry's `python = "^3.8"`. */
function pythonMinorOf(text: string): number | undefined {
  const [, range] = /^\s*(?:requires-python|python)\s*=\s*["']([^"']+)["']/m.exec(text) ?? [];
  const minors = [...(range ?? "").matchAll(/(?:>=|~=|==|\^|~)\s*3\.(\d+)/g)].map(([, minor]) => Number(minor));
  return minors.length === 0 ? undefined : Math.min(...minors);
}

/** `engines.node` of a manifest; undefined when there is none, or when the text isn't JSON. */
function enginesOf(text: string): string | undefined {
  const node = manifestOf(text)?.engines?.node;
  return typeof node === "string" ? node : undefined;
}

/** As much of a package.json as is read here; nothing says that its values are what they should be. */
interface Manifest {
  readonly engines?: { readonly node?: unknown } | null;
  readonly dependencies?: Readonly<Record<string, unknown>> | null;
  readonly devDependencies?: Readonly<Record<string, unknown>> | null;
}

function manifestOf(text: string): Manifest | undefined {
  try {
    return (JSON.parse(text.replace(/^\uFEFF/, "")) as Manifest | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What the nearest package.json says of a file's project. */
import * as path from "node:path";
import * as semver from "semver";
import { upward } from "./paths";
import type { Host } from "./types";

/** Node.js releases older than this are past their support; a project without `engines` is taken to run on it. */
const DEFAULT_NODE_MAJOR = 20;

/** Reads `engines.node` of the package.json files above a file; each file is read once until `clear`. */
export class ProjectReader {
  private readonly majors = new Map<string, number | undefined>();

  constructor(private readonly host: Host) {}

  clear(): void {
    this.majors.clear();
  }

  /** Lowest Node.js major version that the project of `file` supports. */
  nodeMajor(file: string): number {
    for (const folder of upward(path.dirname(file))) {
      const manifest = path.join(folder, "package.json");
      if (!this.majors.has(manifest)) this.majors.set(manifest, this.read(manifest));
      const major = this.majors.get(manifest);
      if (major !== undefined) return major;
    }
    return DEFAULT_NODE_MAJOR;
  }

  private read(manifest: string): number | undefined {
    if (!this.host.isFile(manifest)) return undefined;
    const result = this.host.read(manifest);
    const engines = "text" in result ? enginesOf(result.text) : undefined;
    if (engines === undefined || semver.validRange(engines) === null) return undefined;
    return semver.minVersion(engines)?.major;
  }
}

/** `engines.node` of a manifest; undefined when there is none, or when the text isn't JSON. */
function enginesOf(text: string): string | undefined {
  try {
    const manifest = JSON.parse(text.replace(/^\uFEFF/, "")) as { engines?: { node?: unknown } } | null;
    const node = manifest?.engines?.node;
    return typeof node === "string" ? node : undefined;
  } catch {
    return undefined;
  }
}

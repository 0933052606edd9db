/** From a file that a build makes to the source that it is made from. */
import * as path from "node:path";
import { isInside } from "../paths";
import { sourceCandidates } from "./candidates";
import type { Manifests } from "./manifests";
import type { Tsconfigs } from "./tsconfigs";

/** Folders that hold nothing but what was built. */
const BUILT = /^(?:dist|build|out|output|\.?output|_build)$/;
/** Below those, or in their place, one folder per module format. */
const FORMAT = /^(?:lib|esm|cjs|es|mjs|commonjs|module|modules|types|_?esm?\d*|_?cjs|es\d+)$/;
const SOURCES = ["src", "source", ""];

export class BuiltFiles {
  constructor(
    private readonly manifests: Manifests,
    private readonly tsconfigs: Tsconfigs,
  ) {}

  /**
   * Places of the source of the built file `file`, best first. `isMissing`: there is no such file; only then names that
   * sources have too (`lib`) are taken for a build's.
   */
  *candidates(file: string, isMissing: boolean): Generator<string> {
    const folder = path.dirname(file);
    const owner = this.manifests.above(folder)?.folder;
    for (const { file: configFile, outDir, rootDir } of this.tsconfigs.above(folder)) {
      const home = path.dirname(configFile);
      if (outDir === undefined || outDir === home || !isInside(outDir, file)) continue;
      const below = path.relative(outDir, file);
      for (const root of rootDir === undefined ? [path.join(home, "src"), home] : [rootDir]) {
        if (root !== outDir) yield* sourceCandidates(path.join(root, below));
      }
      // The compiler repeats the folders from the root that the sources share.
      if (rootDir === undefined && owner !== undefined && owner !== home)
        yield* sourceCandidates(path.join(owner, below));
    }
    if (owner === undefined) return;
    const segments = path.relative(owner, file).split(path.sep);
    let stripped = 0;
    while (stripped < segments.length - 1 && isBuilt(segments[stripped] ?? "", stripped, isMissing)) {
      stripped++;
      for (const source of SOURCES) {
        const target = path.join(owner, source, ...segments.slice(stripped));
        if (target !== file) yield* sourceCandidates(target);
      }
    }
  }
}

function isBuilt(segment: string, depth: number, isMissing: boolean): boolean {
  return BUILT.test(segment) || ((isMissing || depth > 0) && FORMAT.test(segment));
}

/** After any edits, what the analyzer says is what a fresh one says of the same files. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { DEFAULT_CONFIG } from "../../src/core/config";
import { createAnalyzer } from "../../src/workspace/analyzer";
import { createHost } from "../../src/workspace/host";
import type { Analyzer, Host } from "../../src/workspace/types";
import { languages } from "../support/languages";
import {
  barrel,
  change,
  modules,
  fileName,
  FILES,
  render,
  type Change,
  type FileModel,
  type LanguageName,
} from "./incremental/program";
import { entriesOf } from "./moduleFiles";

const ROOT = join("/", "workspace");
const SEQUENCES = 1000;

/** A disk in memory, and what an editor holds open. */
class World {
  readonly disk = new Map<string, string>();
  readonly open = new Map<string, string>();

  constructor(
    readonly language: LanguageName,
    modules_: readonly { readonly model: FileModel; readonly isFolder: boolean }[],
  ) {
    const { name, text } = barrel(language);
    this.disk.set(join(ROOT, name), text);
    modules_.forEach(({ model, isFolder }, file) => {
      this.disk.set(this.path(file, isFolder), render(language, model, isFolder));
    });
  }

  path(file: number, isFolder: boolean): string {
    return join(ROOT, fileName(this.language, file, isFolder));
  }

  analyzer(): Analyzer {
    const host: Host = {
      ...createHost(),
      isFile: (file) => this.disk.has(file),
      realpath: (file) => file,
      entries: (folder) => entriesOf(this.disk.keys(), folder),
      isProject: (folder) => folder === ROOT,
      read: (file) => {
        const text = this.disk.get(file);
        return text === undefined
          ? { problem: { file, kind: "unreadable", message: "There is no such file." } }
          : { text };
      },
      discover: () => ({ files: [...this.disk.keys()].sort(), skipped: [], problems: [] }),
    };
    const resolved = { config: DEFAULT_CONFIG, base: ROOT, problems: [], broken: false };
    const analyzer = createAnalyzer({ root: ROOT, host, languages, configs: { configOf: () => resolved } });
    for (const [file, text] of this.open) analyzer.open(file, text);
    return analyzer;
  }

  apply(change_: Change, analyzer: Analyzer): void {
    const file = this.path(change_.file, change_.isFolder);
    switch (change_.kind) {
      case "write":
        this.disk.set(file, render(this.language, change_.model, change_.isFolder));
        return analyzer.changedOnDisk(file);
      case "delete":
        this.disk.delete(file);
        return analyzer.changedOnDisk(file);
      case "open": {
        const text = render(this.language, change_.model, change_.isFolder);
        this.open.set(file, text);
        return analyzer.open(file, text);
      }
      case "show": {
        const text = this.open.get(file) ?? this.disk.get(file);
        if (text === undefined) return;
        this.open.set(file, text);
        return analyzer.open(file, text);
      }
      case "close":
        this.open.delete(file);
        return analyzer.close(file);
    }
  }

  reports(analyzer: Analyzer): unknown {
    const numbers = Array.from({ length: FILES }, (_, file) => file);
    return [false, true].flatMap((isFolder) =>
      numbers.map((file) => {
        const { findings, problems } = analyzer.report(this.path(file, isFolder));
        return { findings, problems };
      }),
    );
  }
}

for (const language of ["typescript", "python"] as const) {
  describe(`incremental analysis of ${language}`, () => {
    it(`${String(SEQUENCES / 2)} sequences of edits: what a fresh analysis says, after every edit`, () => {
      let chains = 0;
      fc.assert(
        fc.property(
          modules,
          fc.array(change, { minLength: 2, maxLength: 5 }),
          fc.boolean(),
          (atStart, changes, asCommandLine) => {
            const world = new World(language, atStart);
            const analyzer = world.analyzer();
            // The command line looks at all files first, and parses only those that can matter.
            if (asCommandLine) analyzer.checkPaths([ROOT]);
            else world.reports(analyzer);
            for (const change_ of changes) {
              world.apply(change_, analyzer);
              const now = world.reports(analyzer);
              chains += JSON.stringify(now).split("blocking-chain").length - 1;
              assert.deepEqual(now, world.reports(world.analyzer()));
            }
          },
        ),
        { numRuns: SEQUENCES / 2, seed: 20261123 },
      );
      // Sequences without any chain would prove nothing.
      assert.ok(chains > SEQUENCES / 4, `only ${String(chains)} chains were compared`);
    });
  });
}

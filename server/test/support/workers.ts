/**
 * Programs whose heavy parts go to workers. Headers in `cases.EXT`: `fixes: N`, how many findings have such a fix; `run:` how
 * the program is run, before and after: `node`, `tsx`, `tsc` (what it compiles), `esbuild` (what it bundles), `vite`
 * (what it builds for a server).
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { buildSync } from "esbuild";
import type { Fix } from "../../src/core/findings";
import { analyzerOf, findingsOf, problemsOf } from "./analysis";
import { applyEdits, copyFixture, filesUnder, FIXTURES, inTemporaryFolder, isSource, MODULES } from "./fixtures";
import { checkFreed } from "./loops";
import { header } from "./markers";
import { typeErrors } from "./types";

/** `name`: a folder in test-fixtures/loops/extract. */
export async function checkWorkers(name: string, run: string): Promise<void> {
  await inTemporaryFolder((before) =>
    inTemporaryFolder(async (after) => {
      for (const folder of [before, after]) {
        copyFixture(join(FIXTURES, "loops", "extract", name), folder);
        linkPackages(folder);
      }
      const titles = extractAll(after);
      const trace = traceOf(after);
      assert.equal(titles.length, Number(header(readFileSync(casesOf(after), "utf8"), "fixes")), titles.join("\n"));
      const typed = filesUnder(after).filter((file) => file.endsWith(".ts"));
      if (typed.length > 0) assert.deepEqual(typeErrors(typed, after), [], trace);
      const left = findingsOf(analyzerOf(after).checkPaths([after])).map(({ finding }) => finding.message);
      assert.deepEqual(left, [], trace);
      await checkFreed(built(before, run), built(after, run), () => trace);
    }),
  );
}

export function runsOf(name: string): readonly string[] {
  return (header(readFileSync(casesOf(join(FIXTURES, "loops", "extract", name)), "utf8"), "run") ?? "").split(" ");
}

/** One fix after the other, analysed anew each time; gives the titles. */
export function extractAll(folder: string): readonly string[] {
  const titles: string[] = [];
  for (let round = 0; round < 60; round++) {
    const analyzer = analyzerOf(folder);
    const report = analyzer.checkPaths([folder]);
    assert.deepEqual(problemsOf(report), [], traceOf(folder));
    let fix: Fix | undefined;
    for (const { finding } of findingsOf(report))
      fix ??= analyzer.chainFixes(finding.file, finding.span.start).fixes.find(({ kind }) => kind === "extract");
    if (fix === undefined) return titles;
    titles.push(fix.title);
    applyWithFiles(fix);
  }
  throw new Error("these fixes never come to an end");
}

/** Writes what the fix changes; a file that it makes mustn't be there. */
function applyWithFiles({ edits, creates = [] }: Fix): void {
  for (const file of new Set(edits.map((edit) => edit.file))) {
    assert.equal(existsSync(file), !creates.includes(file), `${file} is ${existsSync(file) ? "" : "not "}there`);
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    writeFileSync(
      file,
      applyEdits(
        text,
        edits.filter((edit) => edit.file === file),
        file,
      ),
    );
  }
}

function casesOf(folder: string): string {
  const file = filesUnder(folder).find((one) => /^cases\.[cm]?[jt]s$/.test(relative(folder, one)));
  assert.ok(file, `${folder} has no cases`);
  return file;
}

/** The module to run. */
function built(folder: string, run: string): string {
  const cases = casesOf(folder);
  if (run === "tsc") {
    execFileSync(process.execPath, [join(MODULES, "typescript", "bin", "tsc"), "-p", folder], { cwd: folder });
    return join(folder, "dist", "cases.js");
  }
  // A bundler has to be told of the worker files: docs/rules/heavy-loop.md says so.
  const entries = filesUnder(folder).filter((file) => file === cases || file.includes(".worker."));
  const outdir = join(folder, "bundle");
  if (run === "esbuild")
    buildSync({ entryPoints: entries, outdir, bundle: true, platform: "node", format: "esm", external: ["piscina"] });
  if (run === "vite") {
    // A loop whose results nobody uses would be left out, and there would be nothing to measure.
    const rollup = { input: entries, output: { entryFileNames: "[name].js" }, treeshake: false };
    const options = { logLevel: "silent", build: { ssr: true, outDir: outdir, rollupOptions: rollup } };
    const config = join(folder, "vite.config.mjs");
    writeFileSync(config, `export default ${JSON.stringify(options)};\n`);
    execFileSync(process.execPath, [join(MODULES, "vite", "bin", "vite.js"), "build", "--config", config], {
      cwd: folder,
    });
  }
  if (run === "esbuild" || run === "vite") return join(outdir, "cases.js");
  return cases;
}

/** What the programs import, as this project has it installed. */
function linkPackages(folder: string): void {
  for (const name of ["piscina", "tsx", "@types/node"]) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(MODULES, name), link, "junction");
  }
}

function traceOf(folder: string): string {
  const files = filesUnder(folder).filter(isSource);
  return files.map((file) => `=== ${relative(folder, file)}\n${readFileSync(file, "utf8")}`).join("\n");
}

/** What is measured: this tool and its peers, each with the one rule that does the like. */
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const bin = (name) => join(here, "node_modules", ".bin", name);
const scratch = mkdtempSync(join(tmpdir(), "unblock-bench-"));

export const OURS = {
  name: "unblock",
  command: (path) => [
    process.execPath,
    join(here, "..", "server", "dist", "cli.js"),
    "check",
    "--format",
    "json",
    path,
  ],
};

/** Peers for a checkout in one of the languages, as far as they are installed. */
export function peersFor(language) {
  const all = language === "python" ? [ruff()] : [eslint(), oxlint(), biome()];
  return all.filter((peer) => peer !== undefined);
}

/** eslint-plugin-n's rule asks for types when the parser offers them, and throws without a program: it gets none. */
function eslint() {
  if (!existsSync(bin("eslint"))) return undefined;
  const config = join(scratch, "eslint.config.mjs");
  const module = (path) => pathToFileURL(join(here, "node_modules", path)).href;
  writeFileSync(
    config,
    `import n from "${module("eslint-plugin-n/lib/index.js")}";
import parser from "${module("@typescript-eslint/parser/dist/index.js")}";
const plain = { ...parser, parseForESLint: (...a) => ({ ...parser.parseForESLint(...a), services: {} }) };
export default [
  { ignores: ["**/*.d.ts"] },
  {
    files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"],
    plugins: { n },
    languageOptions: { parser: plain, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: { "n/no-sync": "error" },
  },
];
`,
  );
  return { name: "eslint n/no-sync", command: () => [bin("eslint"), "--config", config, "--format", "json", "."] };
}

function oxlint() {
  if (!existsSync(bin("oxlint"))) return undefined;
  const config = join(scratch, "oxlintrc.json");
  writeFileSync(
    config,
    JSON.stringify({ plugins: ["node"], categories: { correctness: "off" }, rules: { "node/no-sync": "error" } }),
  );
  return { name: "oxlint node/no-sync", command: () => [bin("oxlint"), "--config", config, "."] };
}

function biome() {
  if (!existsSync(bin("biome"))) return undefined;
  return {
    name: "biome noSyncMethods",
    command: () => [bin("biome"), "lint", "--only=nursery/noSyncMethods", "--max-diagnostics=none", "."],
  };
}

/** ruff comes from pip: the one on PATH. */
function ruff() {
  const found = (process.env.PATH ?? "").split(delimiter).find((folder) => existsSync(join(folder, "ruff")));
  if (found === undefined) return undefined;
  const command = ["check", "--isolated", "--no-cache", "--preview", "--select", "ASYNC", "--quiet", "."];
  return { name: "ruff ASYNC", command: () => [join(found, "ruff"), ...command] };
}

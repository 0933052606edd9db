import assert from "node:assert/strict";
import { test } from "node:test";
import { inTemporaryFolder } from "../support/fixtures";
import { put } from "../workspace/support";
import { runIn } from "./support";

/** Two files of the same name, an export without a name, and a chain that is too long for a sentence. */
const FILES = {
  "app/server.ts": `import loadConfig from "../lib/config/index";
import { one } from "../lib/steps";
export async function handler(name: string) {
  return [loadConfig(name), one(name)];
}
`,
  "lib/config/index.ts": `import { readJson } from "../files/index";
export default function (name: string) {
  return readJson(name);
}
`,
  "lib/files/index.ts": `import * as fs from "node:fs";
export function readJson(file: string) {
  return fs.existsSync(file) && JSON.parse(fs.readFileSync(file, "utf8"));
}
`,
  "lib/steps.ts": `import { execSync } from "node:child_process";
export const one = (name: string) => two(name);
const two = (name: string) => three(name);
const three = (name: string) => four(name);
const four = (name: string) => five(name);
const five = (name: string) => six(name);
const six = (name: string) => execSync(name);
`,
};

const CONFIG =
  "`loadConfig` blocks the event loop for milliseconds: it calls `readJson` (config/index.ts:3), " +
  "which calls `fs.readFileSync` (files/index.ts:3), and 1 more that blocks.";
const STEPS =
  "`one` blocks the event loop for seconds: it calls `two` (steps.ts:2), which calls `three` (steps.ts:3), " +
  "which calls `four` (steps.ts:4), which, 2 calls further down, calls `child_process.execSync` (steps.ts:7).";

test("text: the sentence, the line, and each call on the way with its place", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const { status, stdout } = runIn(folder, ["check"]);
    assert.equal(status, 1);
    assert.deepEqual(stdout.split("\n").slice(0, 16), [
      "app/server.ts",
      `  4:11  warning  ${CONFIG}  blocking-chain`,
      "        return [loadConfig(name), one(name)];",
      "                ^^^^^^^^^^",
      "          lib/config/index.ts:3:10  readJson",
      "          lib/files/index.ts:3:44   fs.readFileSync",
      `  4:29  warning  ${STEPS}  blocking-chain`,
      "        return [loadConfig(name), one(name)];",
      "                                  ^^^",
      "          lib/steps.ts:2:38  two",
      "          lib/steps.ts:3:31  three",
      "          lib/steps.ts:4:33  four",
      "          lib/steps.ts:5:32  five",
      "          lib/steps.ts:6:32  six",
      "          lib/steps.ts:7:31  child_process.execSync",
      "",
    ]);
    const quiet = runIn(folder, ["check", "--quiet"]).stdout;
    assert.equal(quiet.split("\n").length, 4);
  }));

test("text: a step in the file itself is told by its line", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      "a.js": `const fs = require("fs");
const read = (p) => fs.readFileSync(p);
async function f(p) { return read(p); }
`,
    });
    assert.match(runIn(folder, ["check"]).stdout, /: it calls `fs\.readFileSync` \(line 2\)\. /);
  }));

test("json: the chain from the call to what blocks, and what else it reaches", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const { stdout } = runIn(folder, ["check", "--format", "json"]);
    const [finding] = (JSON.parse(stdout) as { findings: readonly Record<string, unknown>[] }).findings;
    assert.deepEqual(finding?.chain, [
      { file: "app/server.ts", line: 4, column: 11, name: "loadConfig" },
      { file: "lib/config/index.ts", line: 3, column: 10, name: "readJson" },
      { file: "lib/files/index.ts", line: 3, column: 44, name: "fs.readFileSync" },
    ]);
    assert.deepEqual(
      [finding.code, finding.api, finding.message, finding.alsoReaches],
      ["blocking-chain", "node:fs.readFileSync", CONFIG, ["node:fs.existsSync"]],
    );
  }));

test("github: the steps are lines below the sentence, relative to the repository", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const { stdout } = runIn(`${folder}/lib`, ["check", "..", "--format", "github"], {
      env: { GITHUB_WORKSPACE: folder },
    });
    const [line = ""] = stdout.split("\n");
    const properties = "file=app/server.ts,line=4,col=11,endLine=4,endColumn=21,title=unblock blocking-chain";
    const steps = "%0Alib/config/index.ts:3:10  readJson%0Alib/files/index.ts:3:44  fs.readFileSync";
    assert.equal(line, `::warning ${properties}::${CONFIG}${steps}`);
  }));

interface SarifResult {
  readonly ruleId: string;
  readonly codeFlows?: readonly {
    readonly threadFlows: readonly {
      readonly locations: readonly {
        readonly nestingLevel: number;
        readonly location: {
          readonly message: { readonly text: string };
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region: { readonly startLine: number };
          };
        };
      }[];
    }[];
  }[];
}

test("sarif: a chain is a flow that viewers step through; a call alone has none", () =>
  inTemporaryFolder((folder) => {
    put(folder, { ...FILES, "b.mjs": `import fs from "fs"; export const f = async () => fs.readFileSync("x");\n` });
    const { stdout } = runIn(folder, ["check", "--format", "sarif"]);
    const { runs } = JSON.parse(stdout) as { runs: readonly [{ readonly results: readonly SarifResult[] }] };
    const flows = runs[0].results.map(({ ruleId, codeFlows }) => [
      ruleId,
      codeFlows?.[0]?.threadFlows[0]?.locations.map(
        ({ nestingLevel, location: { message, physicalLocation } }) =>
          `${nestingLevel} ${physicalLocation.artifactLocation.uri}:${physicalLocation.region.startLine} ${message.text}`,
      ),
    ]);
    assert.deepEqual(flows[0], [
      "blocking-chain",
      ["0 app/server.ts:4 loadConfig", "1 lib/config/index.ts:3 readJson", "2 lib/files/index.ts:3 fs.readFileSync"],
    ]);
    assert.deepEqual(flows.at(-1), ["blocking-call", undefined]);
  }));

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArguments } from "../../src/adapters/cli/args";
import { inTemporaryFolder } from "../support/fixtures";
import { put } from "../workspace/support";
import { runIn } from "./support";

const FILES = {
  "package.json": "{}",
  "src/server.ts": `import { loadConfig } from "../lib/config";
export class Api {
  async handle(name: string) {
    return loadConfig(name);
  }
}
`,
  "lib/config.ts": `import * as fs from "node:fs";
export function loadConfig(name: string) {
  return read(name);
}
const read = (name: string) => fs.readFileSync(name);
export const unused = () => fs.readFileSync("x");
`,
};

test("ways in as text: the call on the event loop, the function around it, the calls below it", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const expected = [
      "read (lib/config.ts:5:7) is reached by 1 call on the event loop:",
      "  src/server.ts:4:12  loadConfig  in Api.handle",
      "      lib/config.ts:3:10  read",
      "",
    ].join("\n");
    for (const place of ["lib/config.ts:5", "lib/config.ts:5:40", "lib/config.ts:3"]) {
      assert.deepEqual(runIn(folder, ["ways-in", place]), { status: 0, stdout: expected, stderr: "" }, place);
    }
    const told = (place: string): string => runIn(folder, ["ways-in", place]).stdout;
    assert.equal(
      told("lib/config.ts:6"),
      "unused (lib/config.ts:6:14) blocks, and no code on the event loop reaches it.\n",
    );
    assert.equal(told("src/server.ts:3"), "Api.handle (src/server.ts:3:9) runs on the event loop itself.\n");
  }));

test("ways in as JSON", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const json = (place: string): unknown => {
      const { status, stdout } = runIn(folder, ["ways-in", place, "--format", "json"]);
      assert.equal(status, 0);
      return JSON.parse(stdout);
    };
    assert.deepEqual(json("lib/config.ts:2"), {
      version: 1,
      function: { file: "lib/config.ts", line: 2, column: 17, name: "loadConfig", isBlocking: true, isOnLoop: false },
      ways: [
        {
          ...{ file: "src/server.ts", line: 4, column: 12, within: "Api.handle" },
          chain: [{ file: "src/server.ts", line: 4, column: 12, name: "loadConfig" }],
        },
      ],
    });
    assert.deepEqual(json("lib/config.ts:1"), { version: 1, function: null, ways: [] });
  }));

test("ways in: wrong usage says what is wrong", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const cases: readonly (readonly [argv: readonly string[], message: RegExp])[] = [
      [[], /say which function: unblock ways-in FILE:LINE\./],
      [["lib/config.ts"], /"lib\/config\.ts" is no place in a file/],
      [["lib/config.ts:0"], /is no place in a file/],
      [["lib/config.ts:1", "more"], /say which function/],
      [["lib/config.ts:1"], /there is no function at lib\/config\.ts:1\./],
      [["missing.ts:1"], /missing\.ts: Not analysed: there is no such file/],
      [["lib/config.ts:1", "--fix"], /--fix goes with check only/],
      [["lib/config.ts:1", "--format", "sarif"], /one of text, json/],
      [["lib/config.ts:1", "--config", "missing.json"], /there is no configuration file missing\.json/],
    ];
    for (const [argv, message] of cases) {
      const { status, stdout, stderr } = runIn(folder, ["ways-in", ...argv]);
      assert.deepEqual([status, stdout], [2, ""], argv.join(" "));
      assert.match(stderr, message);
    }
    assert.match(runIn(folder, ["way-in", "x:1"]).stderr, /Did you mean "ways-in"\?/);
  }));

test("ways in: a drive's colon is part of the path", () => {
  const parsed = parseArguments(["ways-in", "c:\\work\\a.ts:12:3"]);
  assert.deepEqual(parsed, {
    kind: "ways-in",
    options: { place: { file: "c:\\work\\a.ts", line: 12, column: 3 }, format: "text", color: "auto" },
  });
});

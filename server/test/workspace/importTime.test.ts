import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { analyzerOf } from "../support/analysis";
import { inTemporaryFolder } from "../support/fixtures";

test("what runs once is quiet as long as some module of the program calls it while it is imported", async () => {
  await inTemporaryFolder((folder) => {
    const file = (name: string): string => join(folder, name);
    writeFileSync(file("pyproject.toml"), "[project]\nname = 'app'\n");
    writeFileSync(
      file("settings.py"),
      "import time\nfrom functools import cache\n@cache\ndef settings():\n    time.sleep(1)\n",
    );
    writeFileSync(file("main.py"), "from settings import settings\nasync def handler():\n    settings()\n");
    const start = "from settings import settings\n";
    writeFileSync(file("start.py"), start);
    const analyzer = analyzerOf(folder);
    const severities = (): readonly string[] =>
      analyzer.report(file("main.py")).findings.map(({ code, severity }) => `${code} ${severity}`);
    assert.deepEqual(severities(), ["blocking-chain hint"]);
    analyzer.open(file("start.py"), `${start}SETTINGS = settings()\n`);
    assert.deepEqual(severities(), []);
    analyzer.open(file("start.py"), `${start}def start():\n    settings()\n`);
    assert.deepEqual(severities(), ["blocking-chain hint"]);
    mkdirSync(file("tests"));
    writeFileSync(file("tests/test_start.py"), `${start}settings()\n`);
    analyzer.changedOnDisk(file("tests/test_start.py"));
    assert.deepEqual(severities(), ["blocking-chain hint"]);
    writeFileSync(file("other.py"), `${start}settings()\n`);
    analyzer.changedOnDisk(file("other.py"));
    assert.deepEqual(severities(), []);
  });
});

test("what fills a variable of the module is quiet in TypeScript too, where a module calls it while it is imported", async () => {
  await inTemporaryFolder((folder) => {
    const file = (name: string): string => join(folder, name);
    writeFileSync(file("package.json"), "{}");
    writeFileSync(
      file("settings.ts"),
      'import { readFileSync } from "node:fs";\nlet text: string | undefined;\n' +
        'export const settings = (): string => (text ??= ["a"].map((name) => readFileSync(name, "utf8")).join());\n',
    );
    const load = 'import { settings } from "./settings";\n';
    writeFileSync(file("main.ts"), `${load}export async function handler() {\n  settings();\n}\n`);
    writeFileSync(file("start.ts"), load);
    const analyzer = analyzerOf(folder);
    const severities = (): readonly string[] =>
      analyzer.report(file("main.ts")).findings.map(({ code, severity }) => `${code} ${severity}`);
    assert.deepEqual(severities(), ["blocking-chain hint"]);
    analyzer.open(file("start.ts"), `${load}export const text = settings();\n`);
    assert.deepEqual(severities(), []);
    analyzer.open(file("start.ts"), `${load}export const text = () => settings;\n`);
    assert.deepEqual(severities(), ["blocking-chain hint"]);
  });
});

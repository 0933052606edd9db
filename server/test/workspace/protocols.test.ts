import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { analyzerOf } from "../support/analysis";
import { inTemporaryFolder } from "../support/fixtures";
import { put } from "./support";

test("what may implement a protocol is parsed, and not what has methods whose names begin like its", async () => {
  await inTemporaryFolder((folder) => {
    put(folder, {
      "ports.py": "from typing import Protocol\nclass Translator(Protocol):\n    def t(self, key: str) -> str: ...\n",
      "main.py": "from ports import Translator\nasync def handle(words: Translator):\n    words.t('a')\n",
      "files.py": "class Files:\n    def t(self, key):\n        return open(key).read()\n",
      "tests.py": "class Tests:\n    def test_it(self):\n        return open('a').read()\n",
    });
    const analyzer = analyzerOf(folder);
    const { files, stats } = analyzer.checkPaths([join(folder, "main.py"), folder]);
    const found = files.flatMap(({ findings }) => findings.map(({ code, chain }) => [code, chain.length]));
    assert.deepEqual(found, [["blocking-chain", 2]]);
    assert.equal(stats.parsed, 3);
  });
});

/** What computes: message, hover and title say what becomes of the work when the asynchronous form is awaited. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Finding } from "../src/core/findings";
import { analyzerOf } from "./support/analysis";
import { applyEdits, inTemporaryFolder } from "./support/fixtures";

/** Findings of a function around `body`, in a project that declares `packages`. */
async function findings(imports: string, body: string, packages: readonly string[] = []): Promise<readonly Finding[]> {
  return inTemporaryFolder((folder) => {
    const file = join(folder, "main.mjs");
    writeFileSync(file, program(imports, body));
    const dependencies = Object.fromEntries(packages.map((name) => [name, "*"]));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies }));
    return analyzerOf(folder).report(file).findings;
  });
}

function program(imports: string, body: string): string {
  return `${imports}\nexport async function main(data, done) {\n  return ${body};\n}\n`;
}

const NOTES = {
  /** In the thread pool, or a process of its own. */
  true: ["instead.", /^Await `[^`]+`$/],
  chunked: ["(which still computes on this thread, in slices) instead", /^Await `[^`]+`, in slices on this thread$/],
  cosmetic: ["(which still computes on this thread) instead.", /\(unsafe: the work still runs on this thread\)$/],
} as const;

const CALLS: readonly (readonly [keyof typeof NOTES, string, string])[] = [
  ["true", 'import { pbkdf2Sync } from "node:crypto";', 'pbkdf2Sync(data, "salt", 100000, 32, "sha256")'],
  ["true", 'import { scryptSync } from "node:crypto";', 'scryptSync(data, "salt", 64)'],
  ["true", 'import { hkdfSync } from "node:crypto";', 'hkdfSync("sha256", data, "salt", "info", 64)'],
  ["true", 'import { generateKeyPairSync } from "node:crypto";', 'generateKeyPairSync("rsa", { modulusLength: 4096 })'],
  ["true", 'import { gzipSync } from "node:zlib";', "gzipSync(data)"],
  ["true", 'import { brotliCompressSync } from "node:zlib";', "brotliCompressSync(data)"],
  ["true", 'import bcrypt from "bcrypt";', "bcrypt.hashSync(data, 12)"],
  ["true", 'import { hashSync } from "@node-rs/argon2";', "hashSync(data)"],
  ["true", 'import { transformSync } from "esbuild";', "transformSync(data)"],
  ["true", 'import * as sass from "sass-embedded";', "sass.compile(data)"],
  ["chunked", 'import bcrypt from "bcryptjs";', "bcrypt.hashSync(data, 12)"],
  ["chunked", 'import bcrypt from "bcryptjs";', 'bcrypt.compareSync(data, "hash")'],
  ["chunked", 'import { scrypt } from "@noble/hashes/scrypt";', 'scrypt(data, "salt", { N: 2 ** 16, r: 8, p: 1 })'],
  ["cosmetic", 'import * as sass from "sass";', "sass.compile(data)"],
  ["cosmetic", 'import * as babel from "@babel/core";', "babel.transformSync(data)"],
  ["cosmetic", 'import { minify_sync } from "terser";', "minify_sync(data)"],
];

describe("what the twin of a computation does with the work", () => {
  for (const [offload, imports, body] of CALLS) {
    test(`${offload}: ${body}`, async () => {
      const [finding, ...others] = await findings(imports, body);
      assert.ok(finding !== undefined && others.length === 0);
      const [words, title] = NOTES[offload];
      assert.ok(finding.message.includes(words), finding.message);
      assert.match(finding.fixes[0]?.title ?? "", title);
    });
  }
});

describe("bcryptjs, where bcrypt would compute in the thread pool", () => {
  const imports = 'import { compareSync, hashSync } from "bcryptjs";';
  const body = "compareSync(data, hashSync(data, 10))";
  const titlesOf = (found: readonly Finding[]): readonly string[] =>
    found.flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === "await-twin").map(({ title }) => title));

  test("the message says so", async () => {
    for (const { message } of await findings(imports, body))
      assert.ok(message.endsWith("instead, or use `bcrypt`, which computes on others."), message);
  });

  test("a project that declares it is offered its functions, unsafe, with their import", async () => {
    const found = await findings(imports, body, ["bcrypt"]);
    assert.deepEqual(titlesOf(found), [
      "Await `compare`, in slices on this thread",
      "Await `compare` (unsafe: of another package, `bcrypt`)",
      "Await `hash`, in slices on this thread",
      "Await `hash` (unsafe: of another package, `bcrypt`)",
    ]);
    const fix = found[1]?.fixes[1];
    assert.ok(fix !== undefined && !fix.safe);
    assert.equal(
      applyEdits(program(imports, body), fix.edits, fix.edits[0]?.file ?? ""),
      program(
        'import { compareSync } from "bcryptjs";\nimport { hash as hashAsync } from "bcrypt";',
        "compareSync(data, await hashAsync(data, 10))",
      ),
    );
  });

  test("without it, and without the rounds that it asks for, only bcryptjs is left", async () => {
    assert.equal(titlesOf(await findings(imports, body)).length, 2);
    assert.equal(titlesOf(await findings(imports, "hashSync(data)", ["bcrypt"])).length, 1);
  });
});

/** Small programs in memory, asked what their calls run: facts and links alone, without a workspace. */
import assert from "node:assert/strict";
import { calleesOf } from "../../src/core/callees";
import { CatalogueIndex } from "../../src/core/catalogueIndex";
import type { FileFacts } from "../../src/core/facts";
import { linkReference, type Declared, type LinkContext } from "../../src/core/link";
import { methodsOfHeirs } from "../../src/core/dispatch";
import { extractFacts } from "../../src/languages/typescript/facts";

const CATALOGUE = new CatalogueIndex([
  {
    module: "node:fs",
    aliases: ["fs"],
    entries: [{ path: "readFileSync", category: "file system", cost: "milliseconds" }],
  },
]);

/**
 * Lines that end with `// runs a.ts:key other.ts:Class.method` have calls that run exactly these functions (`fs.x` is a
 * catalogued API); calls of every other line run nothing that is known. A file's name is its path.
 */
export function checkRuns(files: Readonly<Record<string, string>>): void {
  const facts = new Map(Object.entries(files).map(([file, text]) => [file, extractFacts(file, text)]));
  const context = contextOf(facts);
  for (const [file, text] of Object.entries(files)) {
    assert.deepEqual(facts.get(file)?.problems, [], file);
    const lines = text.split("\n");
    const found = lines.map(() => new Set<string>());
    for (const call of facts.get(file)?.calls ?? []) {
      const line = text.slice(0, call.nameSpan.start).split("\n").length - 1;
      const { api, all, oneOf } = calleesOf(context, file, call);
      for (const { file: target, key } of [...all, ...oneOf]) found[line]?.add(`${target}:${key.replace(" ", "-")}`);
      if (api !== undefined) found[line]?.add(api.name.replace("node:", ""));
    }
    const marked = lines.map(
      (line) => `${line} -> ${(/\/\/ runs (.*)$/.exec(line)?.[1] ?? "").split(" ").sort().join(" ")}`,
    );
    const actual = lines.map((line, index) => `${line} -> ${[...(found[index] ?? [])].sort().join(" ")}`);
    assert.deepEqual(actual, marked, file);
  }
}

function contextOf(facts: ReadonlyMap<string, FileFacts>): LinkContext {
  const context: LinkContext = {
    catalogueOf: () => CATALOGUE,
    facts: (file) => facts.get(file),
    resolve: (_file, specifier) => {
      const stem = specifier.replace(/^\.\//, "").replace(/\.js$/, "");
      const file = [stem, `${stem}.ts`, `${stem}.cjs`, `${stem}.mjs`].find((name) => facts.has(name));
      return file === undefined ? undefined : { file, used: 0 };
    },
    implementations: (declared) => implementations(context, facts, declared),
    selfMethods: (member) => methodsOfHeirs(context, member),
    isProgram: () => true,
  };
  return context;
}

function implementations(
  context: LinkContext,
  facts: ReadonlyMap<string, FileFacts>,
  declared: Declared,
): readonly Declared[] {
  return [...facts.values()].flatMap(({ file, classes }) =>
    classes.flatMap(({ key, bases, implemented }) => {
      const isDirect = [...bases, ...implemented].some((reference) => {
        const target = linkReference(context, file, reference);
        return target?.kind === "class" && target.file === declared.file && target.key === declared.key;
      });
      return isDirect ? [{ file, key }, ...implementations(context, facts, { file, key })] : [];
    }),
  );
}

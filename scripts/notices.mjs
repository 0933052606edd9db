/** Licences of everything that is inside the bundles, as those licences ask for. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** @ts-morph/common holds a copy of the compiler, whose licence stands with the compiler's own package. */
const INSIDE = { "@ts-morph/common": ["typescript"] };

/**
 * Text for the notices file. `inputs` are the paths of the bundled files, relative to `root`, with `/` between folders.
 * A package without a licence file is an error: it could not be shipped.
 */
export async function notices(root, inputs) {
  const bundled = inputs.map((input) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)).filter(Boolean);
  const folders = new Map(bundled.map(([folder, name]) => [folder, name]));
  const held = [...folders.values()].flatMap((name) => INSIDE[name] ?? []);
  for (const name of held) folders.set(`node_modules/${name}/`, name);
  const parts = [...folders]
    .sort(([, one], [, other]) => (one < other ? -1 : 1))
    .map(([folder]) => notice(join(root, folder)));
  return `Unblock contains the following packages.\n\n${(await Promise.all(parts)).join("\n\n")}\n`;
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|thirdpartynotice|notice)/i.test(file)).sort();
  if (!files.some((file) => /^licen[cs]e/i.test(file))) throw new Error(`${name} ${version} has no licence file.`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const rule = "-".repeat(80);
  return [rule, `${name} ${version} (${license})`, rule, ...texts.map((text) => text.trim())].join("\n\n");
}

// fix: Make
// fixes: 1
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

function walk(folder) {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...walk(path));
    else found.push(entry.name);
  }
  return found.sort();
}

function even(depth) {
  return depth === 0 ? walk("tree").length : odd(depth - 1);
}

function odd(depth) {
  return depth === 0 ? -1 : even(depth - 1);
}

async function main() {
  console.log(walk("tree"), even(4), odd(3));
}

mkdirSync("tree/inner", { recursive: true });
writeFileSync("tree/a.txt", "");
writeFileSync("tree/inner/b.txt", "");
main().finally(() => rmSync("tree", { recursive: true }));

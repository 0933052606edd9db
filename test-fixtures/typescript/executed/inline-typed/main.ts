// A catalogue of plugins: what the results are typed as afterwards.
// rewrites: 15
import fs from "node:fs";
import path from "node:path";

interface Plugin {
  readonly name: string;
  readonly size: number;
}

const root = "plugins";
fs.mkdirSync(root);
for (const name of ["a.json", "b.json", "c.txt"]) fs.writeFileSync(path.join(root, name), JSON.stringify({ name }));

class Loader {
  private readonly files: string[] = ["a.json", "b.json"];

  async names(): Promise<string[]> {
    return this.files.map((file) => (JSON.parse(fs.readFileSync(path.join(root, file), "utf8")) as Plugin).name);
  }

  async plugins(files: readonly string[]): Promise<readonly Plugin[]> {
    const plugins: Plugin[] = files.map((file) => ({ name: file, size: fs.statSync(path.join(root, file)).size }));
    return plugins;
  }
}

async function inferred(files: string[]): Promise<number> {
  const texts = files.map((file) => fs.readFileSync(path.join(root, file), "utf8"));
  const lengths = texts.map((text) => text.length);
  const existing = files.filter((file) => fs.existsSync(path.join(root, file)));
  const later = (): string => existing.join();
  const first = files.find((file) => fs.existsSync(path.join(root, file)));
  const at: number = files.findIndex((file) => fs.existsSync(path.join(root, file)));
  const has: boolean = files.some((file) => fs.existsSync(path.join(root, file)));
  const isComplete = files.every((file) => fs.existsSync(path.join(root, file)));
  if (first === undefined) return at;
  const shown = (): string => first.toUpperCase();
  return lengths.length + at + (has && isComplete ? later().length : 0) + shown().length;
}

async function annotated(files: Array<string>): Promise<string> {
  const sizes = files.map((file): number | undefined => {
    if (!file.endsWith(".json")) return undefined;
    return fs.statSync(path.join(root, file)).size;
  });
  const pairs = files.map<[string, number]>((file) => [file, fs.statSync(path.join(root, file)).size]);
  const bySize = files.reduce<Record<string, number>>((sizes, file) => {
    sizes[file] = fs.statSync(path.join(root, file)).size;
    return sizes;
  }, {});
  const list = files.reduce((all: string[], file) => {
    all.push(fs.readFileSync(path.join(root, file), "utf8"));
    return all;
  }, []);
  const lines = files.flatMap((file): string[] => fs.readFileSync(path.join(root, file), "utf8").split(","));
  return JSON.stringify({ sizes, pairs, bySize, list, lines, ...(await split("a.json,b.json")) });
}

async function split(names: string) {
  const [first, second] = names.split(",").map((name) => fs.readFileSync(path.join(root, name.trim()), "utf8"));
  const existing: string[] = [];
  const wanted: string[] | undefined = Math.random() < 2 ? ["a.json"] : undefined;
  wanted?.forEach((name: string, index) => {
    if (fs.existsSync(path.join(root, name))) existing.push(name + index);
  });
  return { first, second, existing } satisfies Record<string, unknown>;
}

async function main(): Promise<void> {
  const loader = new Loader();
  console.log(await loader.names(), await loader.plugins(["a.json", "c.txt"]));
  console.log(await inferred(["a.json", "b.json"]), await annotated(["a.json", "c.txt"]));
}

void main();

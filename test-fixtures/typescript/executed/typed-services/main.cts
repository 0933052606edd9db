// A CommonJS service in TypeScript: import equals, classes with parameter properties, a namespace, decorators.
// rewrites: 15
import fs = require("node:fs");
import util = require("node:util");
import { type Dir, opendirSync } from "node:fs";
import zlib, { gzipSync } from "node:zlib";

class Store<T extends object> {
  constructor(
    private readonly folder: string,
    protected readonly encoding: BufferEncoding = "utf8",
  ) {}

  public async get(name: string): Promise<T | undefined> {
    const path = `${this.folder}/${name}`;
    if (!fs.existsSync(path)) return undefined;
    return JSON.parse(fs.readFileSync(path, this.encoding)) as T;
  }

  async put(name: string, value: T): Promise<this> {
    fs.mkdirSync(this.folder, { recursive: true });
    fs.writeFileSync(`${this.folder}/${name}`, JSON.stringify(value));
    return this;
  }

  protected async names(): Promise<readonly string[]> {
    const folder: Dir = opendirSync(this.folder);
    const names: string[] = [];
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) names.push(entry.name);
    folder.closeSync();
    return names.sort();
  }
}

class Archive extends Store<{ id: number }> {
  override async names() {
    return [...(await super.names()), String((fs.statSync(".") as fs.Stats).isDirectory())];
  }
}

namespace packing {
  export async function pack(path: fs.PathLike): Promise<number> {
    return zlib.gunzipSync(gzipSync((fs as typeof import("fs")).readFileSync(path))).length;
  }
  export const stats = async (path: string) => (fs!.statSync(path)! as fs.Stats).size;
}

enum Mode {
  Read = fs.constants.R_OK,
}

async function main(): Promise<void> {
  const archive = await new Archive("archive").put("one", { id: 1 });
  await archive.put("two", { id: 2 });
  console.log(await archive.get("one"), await archive.get("three"), await archive.names());
  console.log(await packing.pack("archive/two"), await packing.stats("archive/two"), Mode.Read);
  fs.accessSync("archive", Mode.Read);
  console.log(util.inspect(fs.readdirSync("archive")));
}

void main();

import * as fs from "node:fs";
import { promisify } from "node:util";

export async function read(source: number | string, file: any, name: string): Promise<string> {
  return await promisify(fs.readFile)(source, "utf8") + await promisify(fs.readFile)(file, "utf8") + await fs.promises.readFile(name, "utf8");
}

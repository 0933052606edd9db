import * as fs from "node:fs";

export async function read(source: number | string, file: any, name: string): Promise<string> {
  return fs.readFileSync(source, "utf8") + fs.readFileSync(file, "utf8") + fs.readFileSync(name, "utf8");
}

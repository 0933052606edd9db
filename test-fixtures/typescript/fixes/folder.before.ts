import { opendirSync } from "node:fs";

export async function first(path: string): Promise<string | undefined> {
  const folder = opendirSync(path);
  const entry = folder.readSync();
  folder.closeSync();
  return entry?.name;
}

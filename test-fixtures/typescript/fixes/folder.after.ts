import { opendir } from "node:fs/promises";

export async function first(path: string): Promise<string | undefined> {
  const folder = await opendir(path);
  const entry = await folder.read();
  await folder.close();
  return entry?.name;
}

import { save } from "disk-kit/lib/read.mjs";

export function saveAll(names: readonly string[]): void {
  for (const name of names) save(name);
}

import { load } from "./disk";

export async function hash(path: string) {
  return load(path);
}

void hash("a");

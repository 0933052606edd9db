import fs, { readFileSync, statSync as inspect } from 'node:fs';

export async function read(path) {
  return [readFileSync(path, 'utf8'), inspect(path).size, typeof fs.readFile];
}

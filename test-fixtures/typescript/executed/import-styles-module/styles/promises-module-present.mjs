import { readFile, stat } from 'node:fs/promises';
import { readFileSync, statSync, accessSync } from 'node:fs';

export async function read(path) {
  accessSync(path);
  const [text, { size }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
  return [readFileSync(path, 'utf8') === text, statSync(path).size === size];
}

import { promises as fsp, readFileSync } from 'node:fs';

export async function same() {
  return readFileSync('a.txt', 'utf8') === (await fsp.readFile('b.txt', 'utf8'));
}

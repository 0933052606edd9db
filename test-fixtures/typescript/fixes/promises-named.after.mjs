import { promises as fsp } from 'node:fs';

export async function same() {
  return await fsp.readFile('a.txt', 'utf8') === (await fsp.readFile('b.txt', 'utf8'));
}

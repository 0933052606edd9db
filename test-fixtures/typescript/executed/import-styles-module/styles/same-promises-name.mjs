import * as fs from 'node:fs/promises';
import { readFileSync } from 'node:fs';

export async function read(path) {
  return [readFileSync(path, 'utf8'), await fs.readFile(path, 'latin1')];
}

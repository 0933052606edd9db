import 'node:fs';
import { readFileSync } from 'node:fs'; // the only reader

export async function read(path) {
  return readFileSync(path, 'utf8');
}

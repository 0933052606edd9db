import * as fs from 'node:fs';

export async function read(path) {
  return fs.readFileSync(path, 'utf8');
}

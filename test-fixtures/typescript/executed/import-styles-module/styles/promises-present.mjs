import { promises as fsp, readFileSync } from 'node:fs';

export async function read(path) {
  const later = await fsp.readFile(path, 'utf8');
  return readFileSync(path, 'utf8') === later;
}

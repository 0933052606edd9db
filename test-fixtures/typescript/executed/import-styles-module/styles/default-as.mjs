import { default as disk } from 'node:fs';

export async function read(path) {
  return disk.readFileSync(path, 'utf8');
}

import { existsSync, load } from './disk.mjs';

export async function read(path) {
  return existsSync(path) ? load(path, 'utf8') : undefined;
}

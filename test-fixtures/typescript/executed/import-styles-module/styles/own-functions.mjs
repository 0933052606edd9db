import { readFileSync } from 'node:fs';

export { readFileSync };
export const openSync = (path) => `opened ${path}`;

export async function read(path) {
  return [openSync(path), readFileSync(path, 'utf8')];
}

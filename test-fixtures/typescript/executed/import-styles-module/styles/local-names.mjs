import { readFileSync, existsSync } from 'node:fs';

const access = (path) => `may read ${path}`;

function readFile(path) {
  return `would read ${path}`;
}

export async function read(path) {
  return [readFile(path), readFileSync(path, 'utf8'), access(path), existsSync(path)];
}

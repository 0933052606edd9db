import * as fs from 'node:fs';

const load = fs.readFileSync;
const { statSync: inspect } = fs;

export async function read(path) {
  const list = fs.readdirSync;
  return [load(path, 'utf8'), inspect(path).size, list('data')];
}

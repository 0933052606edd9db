import fs, { readFileSync } from 'node:fs';

async function through(fs, path) {
  return [fs, readFileSync(path, 'utf8')];
}

export async function read(path) {
  const readFile = 'a local of the name that the fix wants';
  const promises = { readFile };
  return [...(await through('not the module', path)), readFileSync(path, 'utf8'), promises.readFile, typeof fs.stat];
}

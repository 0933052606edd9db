import fs from 'node:fs';

export default async function work(path) {
  return fs.readFileSync(path);
}

import fs from 'fs';

export async function read(path) {
  return [fs.existsSync(path), fs.readFileSync(path, 'utf8')];
}

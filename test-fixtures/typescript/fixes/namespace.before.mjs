import * as fs from 'node:fs';

export async function publish(name) {
  if (!fs.existsSync('public')) fs.mkdirSync('public');
  const text = fs.readFileSync('draft.txt', 'utf8').trim();
  fs.writeFileSync(`public/${name}`, text);
  return fs.statSync('public').isDirectory();
}

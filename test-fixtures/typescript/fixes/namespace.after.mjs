import * as fs from 'node:fs';

export async function publish(name) {
  if (!await fs.promises.access('public').then(() => true, () => false)) await fs.promises.mkdir('public');
  const text = (await fs.promises.readFile('draft.txt', 'utf8')).trim();
  await fs.promises.writeFile(`public/${name}`, text);
  return (await fs.promises.stat('public')).isDirectory();
}

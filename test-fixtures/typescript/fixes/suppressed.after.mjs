import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';

export async function boot() {
  // unblock-ignore-next-line -- before the server listens
  const settings = readFileSync('settings.json', 'utf8');
  return [settings, await readFile('index.html', 'utf8'), (await stat('index.html')).size];
}

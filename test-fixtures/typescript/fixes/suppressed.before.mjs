import { readFileSync, statSync } from 'node:fs';

export async function boot() {
  // unblock-ignore-next-line -- before the server listens
  const settings = readFileSync('settings.json', 'utf8');
  return [settings, readFileSync('index.html', 'utf8'), statSync('index.html').size];
}

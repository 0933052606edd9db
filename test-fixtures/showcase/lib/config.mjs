import fs from 'node:fs';

/** Read at every request, so that a change needs no restart. */
export async function readConfig() {
  return JSON.parse(fs.readFileSync(new URL('../config.json', import.meta.url), 'utf8'));
}

import fs from 'node:fs';

export async function settings() {
  try {
    return JSON.parse(await fs.promises.readFile('settings.json', 'utf8'));
  } catch {
    return await fs.promises.readFile('defaults.json', 'utf8');
  }
}

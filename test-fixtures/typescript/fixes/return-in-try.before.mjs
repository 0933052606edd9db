import fs from 'node:fs';

export async function settings() {
  try {
    return JSON.parse(fs.readFileSync('settings.json', 'utf8'));
  } catch {
    return fs.readFileSync('defaults.json', 'utf8');
  }
}

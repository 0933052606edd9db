import { readFile } from 'node:fs/promises';
import { readFileSync, unlinkSync } from 'node:fs';

export async function take() {
  const text = readFileSync('inbox.txt', 'utf8');
  unlinkSync('inbox.txt');
  return text + (await readFile('footer.txt', 'utf8'));
}

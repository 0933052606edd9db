import { readFile, unlink } from 'node:fs/promises';

export async function take() {
  const text = await readFile('inbox.txt', 'utf8');
  await unlink('inbox.txt');
  return text + (await readFile('footer.txt', 'utf8'));
}

import fs from 'node:fs';

export async function words() {
  // Read as text.
  const text = (await fs
    // The list is short.
    .promises.readFile('words.txt', /* as text */ 'utf8')) // and sorted
    .trim();
  return text.split('\n' /* a line each */).length + (await fs /* size */ .promises.stat('words.txt')).size;
}

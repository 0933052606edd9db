import fs from 'node:fs';

export async function words() {
  // Read as text.
  const text = fs
    // The list is short.
    .readFileSync('words.txt', /* as text */ 'utf8') // and sorted
    .trim();
  return text.split('\n' /* a line each */).length + fs /* size */ .statSync('words.txt').size;
}

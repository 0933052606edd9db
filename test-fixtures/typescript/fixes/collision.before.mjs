import { readFileSync } from 'node:fs';

const readFile = (name) => `what would be in ${name}`;

export async function compare() {
  return readFile('a.txt') === readFileSync('a.txt', 'utf8');
}

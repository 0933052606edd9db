import { readFile as readFileAsync } from 'node:fs/promises';

const readFile = (name) => `what would be in ${name}`;

export async function compare() {
  return readFile('a.txt') === await readFileAsync('a.txt', 'utf8');
}

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export { readFileSync };
export const load = async () => await readFile('a.txt', 'utf8');

// A file of another system.
import { access, readFile } from 'node:fs/promises';

export const load = async () => {
  const there = await access('a.txt').then(() => true, () => false);
  return there && await readFile('a.txt', 'utf8');
};

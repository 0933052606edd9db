// A file of another system.
import {
  readFileSync,
  existsSync,
} from 'node:fs';

export const load = async () => {
  const there = existsSync('a.txt');
  return there && readFileSync('a.txt', 'utf8');
};

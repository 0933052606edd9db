import path from 'node:path';
import { readFileSync, existsSync as has } from 'node:fs';

export const load = async (name) => {
  const file = path.join('notes', name);
  return has(file) ? readFileSync(file, 'utf8') : undefined;
};

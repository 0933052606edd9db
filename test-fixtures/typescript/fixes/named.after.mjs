import path from 'node:path';
import { access, readFile } from 'node:fs/promises';

export const load = async (name) => {
  const file = path.join('notes', name);
  return await access(file).then(() => true, () => false) ? await readFile(file, 'utf8') : undefined;
};

// Windows line ends: a rewritten file keeps them.
import { readFileSync } from 'node:fs';

const note = 'ends in CRLF';

export async function read(path) {
  const text = readFileSync(path, 'utf8');
  return `${note}
${text}`.length;
}

// apply: each
import { writeFile, readFile } from 'node:fs/promises';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';

export async function pack() {
  await writeFile('a.gz', await promisify(gzip)(await readFile('a', /* whole */ null)), { mode: 0o600 }); // one line
}

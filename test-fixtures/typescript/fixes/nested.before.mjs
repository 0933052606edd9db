// apply: each
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

export async function pack() {
  writeFileSync('a.gz', gzipSync(readFileSync('a', /* whole */ null)), { mode: 0o600 }); // one line
}

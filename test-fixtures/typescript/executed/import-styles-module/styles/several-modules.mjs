import { randomFillSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

export async function read(path) {
  return [readFileSync(path, 'utf8'), deflateSync(path).length > 0, randomFillSync(Buffer.alloc(4)).length];
}

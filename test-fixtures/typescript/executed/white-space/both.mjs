export { readFileSync } from 'node:fs';
export { gzipSync } from 'node:zlib';

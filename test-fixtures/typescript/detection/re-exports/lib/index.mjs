export * from './all.mjs';
export { readFileSync as load, statSync } from 'node:fs';
export * as zlib from 'node:zlib';
export { squeeze } from './squeeze.mjs';
export const own = (path) => path;
export function writeFileSync(path) {
  return path;
}

// apply: safe
// title: two callers
import { readFileSync, statSync } from 'node:fs';

let cache;
const sizes = new Map();

export async function page(name) {
  if (!cache) cache = readFileSync('page.html', 'utf8');
  cache ??= readFileSync('page.html', 'utf8');
  if (!sizes.has(name)) sizes.set(name, statSync('page.html').size);
  const known = readFileSync('known.txt', 'utf8');
  return cache + known;
}

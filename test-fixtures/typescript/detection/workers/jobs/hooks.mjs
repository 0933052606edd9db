import fs from 'node:fs';

export async function load(url, context, next) {
  fs.readFileSync(new URL(url));
  return next(url, context);
}

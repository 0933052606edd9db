// A project with p-limit: a loop first, then some at a time, then all at once.
// rewrites: 6
import fs from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

const names = ['x', 'y', 'z'];
for (const name of names) fs.writeFileSync(name, name.repeat(9));

async function texts(isWanted) {
  const texts = names.map((name) => fs.readFileSync(`./${name}`, 'utf8'));
  const sizes = names.map((name) => {
    const { size } = fs.statSync(name);
    return size;
  });
  const chosen = isWanted ? names.flatMap((name) => [name, fs.readFileSync(`./${name}`, 'utf8')]) : [];
  return { texts, sizes, chosen };
}

async function packed(isWanted) {
  const packed = names.map((name) => gzipSync(name));
  const others = isWanted ? names.map((name) => gunzipSync(gzipSync(name))) : []; // stays: zlib, one at a time
  return { packed: packed.length, others: others.length };
}

async function files() {
  names.forEach((name) => fs.rmSync(name));
  return fs.existsSync('x');
}

console.log(await texts(true), await packed(false), await files());

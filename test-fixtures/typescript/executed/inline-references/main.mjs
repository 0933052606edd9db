// A cleaner of caches: what runs for each element is handed over by its name.
// rewrites: 15
import * as fs from 'node:fs';
import { existsSync, rmSync, statSync, unlinkSync as remove } from 'node:fs';
import path from 'node:path';

const root = 'cache';
fs.mkdirSync(root);
const entry = (name) => path.join(root, name);
for (const name of ['a.bin', 'b.bin', 'c.bin', 'd.bin']) fs.writeFileSync(entry(name), name.repeat(name.charCodeAt(0)));
fs.symlinkSync('a.bin', entry('link'));

async function survey(names) {
  const paths = [...names.map(entry), entry('missing')];
  const there = paths.filter(fs.existsSync);
  const isWhole = paths.every(existsSync);
  if (paths.some(existsSync)) console.log('something is there');
  const first = paths.findIndex(existsSync);
  const sizes = there.map(statSync).map(({ size }) => size);
  const [link] = [entry('link')].map(fs.lstatSync);
  const nested = { paths, known: paths.find(fs.existsSync) };
  return { there, isWhole, first, sizes, isLink: link.isSymbolicLink(), known: nested.known, count: nested.paths.length };
}

const total = async (...paths) => paths.flatMap(statSync).reduce((sum, { size }) => sum + size, 0);

async function shadowed(paths) {
  // What the elements would be called is the name of something else there.
  const item = 'kept';
  return [paths.filter(existsSync).length, item, path.sep.length];
}

async function descriptors(files) {
  const handles = [];
  for (const file of files) handles.push(await fs.promises.open(file));
  const opened = handles.map(({ fd }) => fd);
  const sizes = opened.map(fs.fstatSync).map(({ size }) => size);
  for (const handle of handles) await handle.close();
  return sizes;
}

async function clear(paths) {
  paths.forEach(remove);
  await Promise.all([entry('d.bin')].map(statSync));
  try {
    paths.forEach(remove);
  } catch (error) {
    return [error.code, paths.map(fs.existsSync)];
  }
}

async function misunderstood(paths) {
  const outcomes = [];
  // Node.js throws at the index that these are given as options, before it does anything.
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      if (attempt === 0) paths.map(fs.readFileSync); // stays: `map` gives it the index
      if (attempt === 1) paths.forEach(rmSync); // stays: `forEach` gives it the index
      if (attempt === 2) paths.flatMap(fs.readdirSync); // stays: `flatMap` gives it the index
    } catch (error) {
      outcomes.push(error.code);
    }
  }
  // The index is a mode here.
  ['none', 'execute'].map(entry).forEach(fs.mkdirSync); // stays: `forEach` gives it the index
  return [outcomes, ['none', 'execute'].map((name) => fs.lstatSync(entry(name)).mode & 0o777)];
}

const names = ['a.bin', 'b.bin', 'c.bin'];
console.log(await survey(names));
console.log(await total(entry('a.bin'), entry('b.bin')));
console.log(await shadowed(names.map(entry)));
console.log(await descriptors(names.map(entry)));
console.log(await clear(names.map(entry)));
console.log(await misunderstood([entry('d.bin')]));

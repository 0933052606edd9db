// Names that look blocking and are not Node.js's.
import fs, { readFileSync } from 'node:fs';
import { Volume, fs as memfs } from 'memfs';
import { flushSync } from 'react-dom';
import { readFileSync as readOwn } from './own.js';
import { promisify } from 'node:util';
import * as mock from 'fs-of-another-kind';

const volume = Volume.fromJSON({});

class Store {
  readFileSync(path) {
    return path;
  }
  async load(path) {
    this.flushSync();
    return this.readFileSync(path);
  }
  flushSync() {}
}

export async function shadowed(fs, store, path) {
  fs.readFileSync(path);
  store.saveSync(path);
  const readFileSync = (name) => name;
  readFileSync(path);
  {
    const existsSync = () => true;
    existsSync(path);
  }
  try {
    throw { statSync: () => 0 };
  } catch ({ statSync }) {
    statSync(path);
  }
  for (const execSync of [() => 1]) execSync('ls');
  return function require(name) {
    return require('fs').readFileSync(name);
  };
}

export async function others(path, options = { readFileSync }) {
  memfs.readFileSync(path);
  volume.readFileSync(path);
  flushSync(() => {});
  readOwn(path);
  mock.readFileSync(path);
  new Store().readFileSync(path);
  options.readFileSync(path);
  await promisify(fs.readFile)(path);
  setTimeout(fs.readFileSync, 10, path);
  const text = 'fs.readFileSync(path)'; // fs.readFileSync(path)
  const fsLike = { ...fs, readFileSync: (name) => name };
  fsLike.readFileSync(path);
  globalThis.readFileSync?.(path);
  return [text, fs.readFileSync.name, typeof readFileSync, Store];
}

export async function control(path) {
  return readFileSync(path);
  //     ^^^^^^^^^^^^ blocking-call node:fs.readFileSync
}

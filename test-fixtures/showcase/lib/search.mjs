// As it should be: nothing here holds up anybody.
import { promises as fs } from 'node:fs';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { notesFolder } from './files.mjs';

const cache = new Map();

export async function search(words) {
  const found = [];
  for (const file of (await fs.readdir(notesFolder)).sort()) {
    if (file.endsWith('.md') && (await textOf(file)).toLowerCase().includes(words.toLowerCase())) found.push(file);
  }
  return found;
}

async function textOf(file) {
  const packed = cache.get(file);
  if (packed !== undefined) return (await promisify(inflate)(packed)).toString();
  const text = await fs.readFile(new URL(file, notesFolder), 'utf8');
  cache.set(file, await promisify(deflate)(text));
  return text;
}

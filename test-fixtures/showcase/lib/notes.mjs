import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { existsSync, notesFolder, readFile } from './files.mjs';

export async function listNotes() {
  const names = (await readdir(notesFolder)).filter((file) => file.endsWith('.md')).sort();
  return names.map((file) => ({ name: file.replace(/\.md$/, ''), size: statSync(new URL(file, notesFolder)).size }));
}

export async function readNote(name) {
  try {
    return await readFile(new URL(`${name}.md`, notesFolder), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The first file that goes with a note. */
export async function attachmentOf(name) {
  for (const extension of ['pdf', 'csv', 'png']) {
    if (existsSync(new URL(`${name}.${extension}`, notesFolder))) return `${name}.${extension}`;
  }
  return undefined;
}

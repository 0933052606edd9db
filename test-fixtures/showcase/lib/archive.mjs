import { gzipSync } from 'node:zlib';
import { listNotes, readNote } from './notes.mjs';

/** All notes as one compressed text. */
export async function archive() {
  const notes = await listNotes();
  const texts = await Promise.all(notes.map(async ({ name }) => `# ${name}\n${await readNote(name)}`));
  return gzipSync(texts.join('\n'));
}

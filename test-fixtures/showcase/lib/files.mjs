// The one module that the others get files through.
export { appendFileSync, existsSync, readFileSync as readText } from 'node:fs';
export { readFile } from 'node:fs/promises';

export const notesFolder = new URL('../notes/', import.meta.url);

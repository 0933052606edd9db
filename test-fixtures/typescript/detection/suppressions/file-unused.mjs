// unblock-ignore-file
// ^^^^^^^^^^^^^^^^^^^ unused-suppression information
import fs from 'node:fs';

export const load = (path) => fs.promises.readFile(path);

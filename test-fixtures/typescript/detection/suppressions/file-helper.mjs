// unblock-ignore-file -- runs before the server starts
import fs from 'node:fs';

export const load = (path) => fs.readFileSync(path);

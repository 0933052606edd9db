// unblock-ignore-file -- runs before anything else
import fs from 'node:fs';

export const load = async (path) => fs.readFileSync(path);
export const size = async (path) => fs.statSync(path).size;

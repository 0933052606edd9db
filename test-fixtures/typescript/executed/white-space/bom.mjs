import fs from 'node:fs';

export const read = async (path) => fs.readFileSync(path, 'utf8').length;

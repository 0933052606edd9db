import { readFileSync } from 'node:fs';

export const load = async (path) => readFileSync(path);

import { existsSync, readFileSync } from 'node:fs';

export const read = async (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

import { readFileSync, gzipSync } from './both.mjs';
import { existsSync } from 'node:fs';

export const read = async (path) => existsSync(path) && readFileSync(path, 'utf8').length + gzipSync('').length;

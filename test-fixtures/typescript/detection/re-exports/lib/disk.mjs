import fs, { mkdirSync } from 'node:fs';

export default fs;
export const alias = mkdirSync;

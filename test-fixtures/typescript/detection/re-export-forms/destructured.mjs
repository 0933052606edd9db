import fs from 'node:fs';
export const { readFileSync, statSync: inspect } = fs;

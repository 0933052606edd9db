import { mkdirSync } from 'node:fs';
export const make = mkdirSync;

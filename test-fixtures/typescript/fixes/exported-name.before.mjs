import { readFileSync } from 'node:fs';

export { readFileSync };
export const load = async () => readFileSync('a.txt', 'utf8');

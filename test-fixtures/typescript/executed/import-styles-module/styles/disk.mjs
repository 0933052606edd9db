export { readFileSync as load, existsSync } from 'node:fs';

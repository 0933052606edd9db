import { read } from './import-equals.js';
export const run = async (path: string) => read(path);
//                                         ^^^^ blocking-call node:fs.readFileSync

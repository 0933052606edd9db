import load from './default-function.mjs';
export const run = async (path) => load(path);
//                                 ^^^^ blocking-call node:fs.readFileSync

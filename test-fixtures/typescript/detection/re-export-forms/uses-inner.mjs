import { pair } from './inner.mjs';
export const run = async (path) => pair.make(path);
//                                 ^^^^^^^^^ blocking-call node:fs.mkdirSync

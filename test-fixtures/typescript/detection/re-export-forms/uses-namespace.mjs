import { fs } from './namespace.mjs';
export const run = async (path) => fs.statSync(path);
//                                 ^^^^^^^^^^^ blocking-call node:fs.statSync

import { inspect } from './destructured.mjs';
export const run = async (path) => inspect(path);
//                                 ^^^^^^^ blocking-call node:fs.statSync

import { pack } from './list.mjs';
export const run = async (path) => pack(path);
//                                 ^^^^ blocking-call node:zlib.gzipSync

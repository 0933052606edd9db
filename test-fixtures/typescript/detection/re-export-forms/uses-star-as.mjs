import * as all from './star-as.mjs';
export const run = async (path) => all.tools.pack(path);
//                                 ^^^^^^^^^^^^^^ blocking-call node:zlib.gzipSync

import disk from './default.mjs';
export const run = async (path) => disk.rmSync(path);
//                                 ^^^^^^^^^^^ blocking-call node:fs.rmSync

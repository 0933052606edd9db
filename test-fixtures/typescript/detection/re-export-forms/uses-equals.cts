import disk = require('./equals.cjs');
export const run = async (path: string) => disk.statSync(path);
//                                         ^^^^^^^^^^^^^ blocking-call node:fs.statSync

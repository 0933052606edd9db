import fs from 'node:fs';
export const load = async (path) => fs.readFileSync(path);
//                                  ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync

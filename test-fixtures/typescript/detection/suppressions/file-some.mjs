/* unblock-ignore-file [node:fs.readFileSync] */
import fs from 'node:fs';

export const load = async (path) => fs.readFileSync(path);
export const size = async (path) => fs.statSync(path).size;
//                                  ^^^^^^^^^^^ blocking-call node:fs.statSync

import { make } from './const.mjs';
export const run = async (path) => make(path);
//                                 ^^^^ blocking-call node:fs.mkdirSync

import { commands } from './object.mjs';
export const run = async (path) => commands.run(path);
//                                 ^^^^^^^^^^^^ blocking-call node:child_process.execSync

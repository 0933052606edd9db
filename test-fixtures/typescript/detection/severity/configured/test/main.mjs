import fs from 'node:fs';
export const main = async () => fs.readFileSync('x');
//                              ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync information

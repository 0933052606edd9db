import fs from 'node:fs';
import { execSync } from 'node:child_process';

export default async function run(files) {
  for (const file of files) fs.existsSync(file);
  //                        ^^^^^^^^^^^^^ blocking-call node:fs.existsSync hint
  fs.readFileSync('x');
//^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync hint
  execSync('ls');
//^^^^^^^^ blocking-call node:child_process.execSync hint
}

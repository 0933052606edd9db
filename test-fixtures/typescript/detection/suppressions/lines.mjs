// A start-up script whose author knows what blocks, and says so.
import fs from 'node:fs';
import { execSync } from 'node:child_process';

export async function start(path) {
  // unblock-ignore-next-line
  fs.readFileSync(path);
  fs.readFileSync(path); // unblock-ignore-line -- once, before the server listens
  /* unblock-ignore-next-line node:fs.readFileSync */
  fs.readFileSync(path);
  // unblock-ignore-next-line [fs.readFileSync, node:fs.statSync] -- both are cached
  fs.readFileSync(path, fs.statSync(path).size);
  fs.readFileSync(path); /* unblock-ignore-line blocking-call */
  // unblock-ignore-next-line [node:fs.statSync]
  // ^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression information
  fs.readFileSync(path);
//^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  fs.readFileSync(path, execSync('id')); // unblock-ignore-line [node:child_process.execSync]
//^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  // unblock-ignore-next-line
  // ^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression information

  fs.readFileSync(path);
//^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  await fs.promises.readFile(path); // unblock-ignore-line
  //                                   ^^^^^^^^^^^^^^^^^^^ unused-suppression information
  const text = '// unblock-ignore-next-line';
  fs.readFileSync(text);
//^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  // unblock-ignore-nothing-known
  return fs // unblock-ignore-line
  //           ^^^^^^^^^^^^^^^^^^^ unused-suppression information
    .readFileSync(path) // unblock-ignore-line
    .toString();
}

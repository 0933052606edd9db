// Cheap calls are whispered, but not in loops.
import fs from 'node:fs';
import { execSync } from 'node:child_process';

export async function sync(files) {
  fs.existsSync('x');
//^^^^^^^^^^^^^ blocking-call node:fs.existsSync hint
  fs.readFileSync('x');
//^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
  execSync('ls');
//^^^^^^^^ blocking-call node:child_process.execSync warning
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
//^^^^^^^^^^^^ blocking-call Atomics.wait warning
  for (const file of files) fs.existsSync(file);
  //                        ^^^^^^^^^^^^^ blocking-call node:fs.existsSync warning
  for (const file of fs.existsSync('x') ? files : []) console.log(file);
  //                 ^^^^^^^^^^^^^ blocking-call node:fs.existsSync hint
  for (let i = fs.statSync('x').size; i < fs.statSync('y').size; i++) fs.unlinkSync('z');
  //           ^^^^^^^^^^^ blocking-call node:fs.statSync hint
  //                                      ^^^^^^^^^^^ blocking-call node:fs.statSync warning
  //                                                                  ^^^^^^^^^^^^^ blocking-call node:fs.unlinkSync warning
  while (fs.existsSync('lock')) await new Promise((resolve) => setTimeout(resolve, 10));
  //     ^^^^^^^^^^^^^ blocking-call node:fs.existsSync warning
  do fs.accessSync('x');
  // ^^^^^^^^^^^^^ blocking-call node:fs.accessSync warning
  while (files.pop());
  for (const key in files) {
    const later = async () => fs.existsSync(key);
    //                        ^^^^^^^^^^^^^ blocking-call node:fs.existsSync hint
    await later();
  }
  files.forEach((file) => {
    if (fs.existsSync(file)) fs.chmodSync(file, 0o600);
    //  ^^^^^^^^^^^^^ blocking-call node:fs.existsSync warning
    //                       ^^^^^^^^^^^^ blocking-call node:fs.chmodSync warning
  });
  files.map(fs.existsSync);
  //        ^^^^^^^^^^^^^ blocking-call node:fs.existsSync warning
  (() => fs.existsSync('once'))();
  //     ^^^^^^^^^^^^^ blocking-call node:fs.existsSync hint
  for (const file of files) fs.readFileSync(file);
  //                        ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
}

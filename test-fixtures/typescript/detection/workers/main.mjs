// Work that is handed to threads and processes may block there.
import fs from 'node:fs';
import { fork } from 'node:child_process';
import { register } from 'node:module';
import { Worker } from 'node:worker_threads';
import Piscina from 'piscina';

export async function start() {
  new Worker(new URL('./jobs/resize.mjs', import.meta.url));
  new Worker('./jobs/pack.mjs', { workerData: fs.readFileSync('sizes') });
  //                                          ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  fork('./jobs/child.mjs');
  const pool = new Piscina({ filename: new URL('./jobs/pool.mjs', import.meta.url).href });
  return pool.run(fs.statSync('x'));
  //              ^^^^^^^^^^^ blocking-call node:fs.statSync
}

register(new URL('./jobs/hooks.mjs', import.meta.url));

// A build tool whose file access goes through its own modules.
import { readFileSync, load, statSync as inspect, own, squeeze } from './lib/index.mjs';
import * as lib from './lib/index.mjs';
import disk from './lib/disk.mjs';
import { default as diskAgain, alias } from './lib/disk.mjs';
import wrapped from './lib/wrapped.mjs';
import { fs } from './lib/namespace.mjs';
import { ping } from './lib/cycle-a.mjs';
import { missing } from './lib/not-there.mjs';

export async function build(path) {
  readFileSync(path);
//^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  load(path);
//^^^^ blocking-call node:fs.readFileSync
  inspect(path);
//^^^^^^^ blocking-call node:fs.statSync
  lib.existsSync(path);
//^^^^^^^^^^^^^^ blocking-call node:fs.existsSync
  lib.zlib.gzipSync(path);
//^^^^^^^^^^^^^^^^^ blocking-call node:zlib.gzipSync
  squeeze(path);
//^^^^^^^ blocking-call node:zlib.gzipSync
  disk.readdirSync(path);
//^^^^^^^^^^^^^^^^ blocking-call node:fs.readdirSync
  diskAgain.readdirSync(path);
//^^^^^^^^^^^^^^^^^^^^^ blocking-call node:fs.readdirSync
  alias(path);
//^^^^^ blocking-call node:fs.mkdirSync
  fs.rmSync(path);
//^^^^^^^^^ blocking-call node:fs.rmSync
  ping(path);
//^^^^ blocking-call node:fs.unlinkSync
  own(path);
  lib.writeFileSync(path);
  wrapped.readFileSync(path);
  missing(path);
  await lib.promises.readFile(path);
  return (await import('./lib/index.mjs')).readFileSync(path);
  //                                       ^^^^^^^^^^^^ blocking-call node:fs.readFileSync
}

// Node.js's own modules beside node:fs.
import { DatabaseSync, backup } from 'node:sqlite';
import vm from 'node:vm';
import v8 from 'node:v8';
import zlib from 'node:zlib';
import process, { loadEnvFile } from 'node:process';
import { execFile, execFileSync, spawnSync, spawn } from 'node:child_process';

export async function tools(path) {
  const db = new DatabaseSync(path);
  //         ^^^^^^^^^^^^^^^^ blocking-call node:sqlite.new DatabaseSync
  db.prepare('select 1').get();
//^^^^^^^^^^ blocking-call node:sqlite.DatabaseSync#prepare
  //                     ^^^ blocking-call node:sqlite.StatementSync#get
  for (const row of db.prepare('select 1').iterate()) console.log(row);
  //                ^^^^^^^^^^ blocking-call node:sqlite.DatabaseSync#prepare
  //                                       ^^^^^^^ blocking-call node:sqlite.StatementSync#iterate
  vm.runInNewContext('1');
//^^^^^^^^^^^^^^^^^^ blocking-call node:vm.runInNewContext
  new vm.Script('1').runInThisContext();
  //                 ^^^^^^^^^^^^^^^^ blocking-call node:vm.Script#runInThisContext
  v8.writeHeapSnapshot();
//^^^^^^^^^^^^^^^^^^^^ blocking-call node:v8.writeHeapSnapshot warning
  zlib.brotliCompressSync(path);
//^^^^^^^^^^^^^^^^^^^^^^^ blocking-call node:zlib.brotliCompressSync
  process.loadEnvFile();
//^^^^^^^^^^^^^^^^^^^ blocking-call node:process.loadEnvFile
  loadEnvFile('.env');
//^^^^^^^^^^^ blocking-call node:process.loadEnvFile
  globalThis.process.loadEnvFile();
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call process.loadEnvFile
  execFileSync('ls');
//^^^^^^^^^^^^ blocking-call node:child_process.execFileSync
  spawnSync('ls');
//^^^^^^^^^ blocking-call node:child_process.spawnSync
  spawn('ls');
  execFile('ls', () => {});
  process.stdout.write('x');
  v8.serialize({});
  zlib.createGzip();
  return backup(db, 'copy');
}

// Packages of the registry, whose blocking functions seldom end in Sync.
import Database from 'better-sqlite3';
import bcrypt from 'bcryptjs';
import { hashSync } from 'bcrypt';
import fse from 'fs-extra';
import gracefulFs from 'graceful-fs';
import { globSync, glob } from 'glob';
import fg from 'fast-glob';
import { execaSync, execa, $ } from 'execa';
import shell from 'shelljs';
import readlineSync from 'readline-sync';
import * as sass from 'sass';
import xlsx from 'xlsx';
import AdmZip from 'adm-zip';
import { parse } from 'csv-parse/sync';
import * as tar from 'tar';
import { PNG } from 'pngjs';
import createPrompt from 'prompt-sync';
import { createSyncFn } from 'synckit';
import { cosmiconfigSync } from 'cosmiconfig';
import writeFileAtomic from 'write-file-atomic';
import klawSync from 'klaw-sync';
import sleep from 'atomic-sleep';
import { minify_sync } from 'terser';
import { syncScrypt } from 'scrypt-js';
import which from 'which';
import { flushSync } from 'react-dom';

const db = new Database('shop.db');
const prompt = createPrompt();
const runInWorker = createSyncFn('./worker.js');
const explorer = cosmiconfigSync('shop');

export async function checkout(path, password) {
  db.prepare('select 1').all();
//^^^^^^^^^^ blocking-call better-sqlite3.Database#prepare hint
  //                     ^^^ blocking-call better-sqlite3.Statement#all warning
  const statement = db.prepare('select 1').pluck();
  //                ^^^^^^^^^^ blocking-call better-sqlite3.Database#prepare
  statement.get();
//^^^^^^^^^^^^^ blocking-call better-sqlite3.Statement#get
  const buy = db.transaction(() => statement.run());
  buy();
//^^^ blocking-call better-sqlite3.Transaction#
  buy.immediate();
//^^^^^^^^^^^^^ blocking-call better-sqlite3.Transaction#immediate
  bcrypt.hashSync(password, 12);
//^^^^^^^^^^^^^^^ blocking-call bcryptjs.hashSync warning
  hashSync(password, 12);
//^^^^^^^^ blocking-call bcrypt.hashSync warning
  fse.readJsonSync(path);
//^^^^^^^^^^^^^^^^ blocking-call fs-extra.readJsonSync
  fse.existsSync(path);
//^^^^^^^^^^^^^^ blocking-call fs-extra.existsSync
  fse.chmodSync(path, 0o600);
//^^^^^^^^^^^^^ blocking-call fs-extra.chmodSync
  gracefulFs.readFileSync(path);
//^^^^^^^^^^^^^^^^^^^^^^^ blocking-call graceful-fs.readFileSync
  globSync('**');
//^^^^^^^^ blocking-call glob.globSync
  fg.sync('**');
//^^^^^^^ blocking-call fast-glob.sync
  execaSync('ls');
//^^^^^^^^^ blocking-call execa.execaSync
  $.sync`ls`;
//^^^^^^ blocking-call execa.$.sync
  shell.rm('-rf', path);
//^^^^^^^^ blocking-call shelljs.rm
  shell.ls(path).grep('x');
//^^^^^^^^ blocking-call shelljs.ls
  //             ^^^^ blocking-call shelljs.ShellString#grep
  readlineSync.question('Sure?');
//^^^^^^^^^^^^^^^^^^^^^ blocking-call readline-sync.question warning
  prompt('Sure?');
//^^^^^^ blocking-call prompt-sync.Prompt#
  sass.compile(path);
//^^^^^^^^^^^^ blocking-call sass.compile
  xlsx.readFile(path);
//^^^^^^^^^^^^^ blocking-call xlsx.readFile
  new AdmZip(path).extractAllTo('out');
//^^^^^^^^^^ blocking-call adm-zip.new default
  //               ^^^^^^^^^^^^ blocking-call adm-zip.AdmZip#extractAllTo
  parse(path);
//^^^^^ blocking-call csv-parse/sync.parse
  tar.extract({ file: path, sync: true });
//^^^^^^^^^^^ blocking-call tar.extract
  PNG.sync.read(path);
//^^^^^^^^^^^^^ blocking-call pngjs.PNG.sync.read
  runInWorker(path);
//^^^^^^^^^^^ blocking-call synckit.SyncFunction#
  explorer.search();
//^^^^^^^^^^^^^^^ blocking-call cosmiconfig.SyncExplorer#search
  writeFileAtomic.sync(path, '');
//^^^^^^^^^^^^^^^^^^^^ blocking-call write-file-atomic.sync
  klawSync(path);
//^^^^^^^^ blocking-call klaw-sync.default
  sleep(10);
//^^^^^ blocking-call atomic-sleep.default
  minify_sync(path);
//^^^^^^^^^^^ blocking-call terser.minify_sync
  syncScrypt(path);
//^^^^^^^^^^ blocking-call scrypt-js.syncScrypt
  which.sync('ls');
//^^^^^^^^^^ blocking-call which.sync
  await glob('**');
  await fg('**');
  await execa('ls');
  await $`ls`;
  await fse.readJson(path);
  await bcrypt.hash(password, 12);
  await tar.extract({ file: path });
  await db.backup('copy.db');
  flushSync(() => {});
  return sass.compileAsync(path);
}

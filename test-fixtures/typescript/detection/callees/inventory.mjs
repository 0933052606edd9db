// Stock files of a shop, read through every shape that a callee can have.
import fs, { readFileSync } from 'node:fs';
import * as child from 'node:child_process';

const load = fs.readFileSync;
const { statSync: inspect, existsSync } = fs;
const bound = fs.readFileSync.bind(null, 'stock.json');
const aliasOfAlias = load;
const { promises: { readFile }, constants } = fs;
const api = { read: fs.readFileSync, run: child.execSync };
let reassigned = fs.readFileSync;
reassigned = (path) => path;

export async function stock(path, table, key) {
  fs['readFileSync'](path);
//^^^^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  fs[`statSync`](path);
//^^^^^^^^^^^^^^ blocking-call node:fs.statSync
  fs?.readFileSync?.(path);
//^^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  (fs.readFileSync)(path);
//^^^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  (0, fs.readFileSync)(path);
//^^^^^^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  fs.readFileSync.call(null, path);
//^^^^^^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  readFileSync.apply(undefined, [path]);
//^^^^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  fs.readFileSync.bind(fs, path)();
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  bound();
//^^^^^ blocking-call node:fs.readFileSync
  load(path);
//^^^^ blocking-call node:fs.readFileSync
  aliasOfAlias(path);
//^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  inspect(path);
//^^^^^^^ blocking-call node:fs.statSync
  existsSync(path);
//^^^^^^^^^^ blocking-call node:fs.existsSync
  api.read(path);
//^^^^^^^^ blocking-call node:fs.readFileSync
  fs.realpathSync.native(path);
//^^^^^^^^^^^^^^^^^^^^^^ blocking-call node:fs.realpathSync.native
  const local = child.execSync;
  local('ls');
//^^^^^ blocking-call node:child_process.execSync
  const { spawnSync, ...others } = child;
  spawnSync('ls');
//^^^^^^^^^ blocking-call node:child_process.spawnSync
  table[key](path);
  fs[key](path);
  reassigned(path);
  bound.name.trim();
  readFile(path);
  return [fs.readFileSync, constants, others];
}

export async function chained(path) {
  return fs
    .readFileSync(path, 'utf8')
//   ^^^^^^^^^^^^ blocking-call node:fs.readFileSync
    .split('\n');
}

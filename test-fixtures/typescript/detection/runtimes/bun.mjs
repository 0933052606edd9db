import { Database } from 'bun:sqlite';
import { spawnSync } from 'bun';

const db = new Database('x.db');

export async function run() {
  Bun.spawnSync(['ls']);
//^^^^^^^^^^^^^ blocking-call Bun.spawnSync
  Bun.password.hashSync('secret');
//^^^^^^^^^^^^^^^^^^^^^ blocking-call Bun.password.hashSync
  spawnSync(['ls']);
//^^^^^^^^^ blocking-call bun.spawnSync
  db.query('select 1').all();
//^^^^^^^^ blocking-call bun:sqlite.Database#query
  //                   ^^^ blocking-call bun:sqlite.Statement#all
  await Bun.password.hash('secret');
}

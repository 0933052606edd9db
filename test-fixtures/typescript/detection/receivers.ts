// Receivers that only their types or their makers tell: handles, connections, fields.
import fs from "node:fs";
import * as child from "node:child_process";
import type { Dir } from "node:fs";
import * as vm from "node:vm";
import Database from "better-sqlite3";
import type { Database as Connection, Statement } from "better-sqlite3";
import { DatabaseSync, type StatementSync } from "node:sqlite";

type Disk = typeof fs;

class Repository {
  private readonly byId: Statement;
  #script = new vm.Script("1");
  private cache?: DatabaseSync;
  protected folder!: Dir;

  constructor(
    private db: Connection,
    private readonly lite: DatabaseSync,
    private disk: Disk,
  ) {
    this.byId = db.prepare("select 1");
    this.cache = new DatabaseSync(":memory:");
  }

  async one(): Promise<unknown> {
    return this.byId.get(1);
    //     ^^^^^^^^^^^^^ blocking-call better-sqlite3.Statement#get
  }
  async all(): Promise<unknown> {
    return this.db.prepare("select 1").all();
    //     ^^^^^^^^^^^^^^^ blocking-call better-sqlite3.Database#prepare
    //                                 ^^^ blocking-call better-sqlite3.Statement#all
  }
  async exec(): Promise<void> {
    this.lite.exec("vacuum");
//  ^^^^^^^^^^^^^^ blocking-call node:sqlite.DatabaseSync#exec
    this.cache?.close();
//  ^^^^^^^^^^^^^^^^^ blocking-call node:sqlite.DatabaseSync#close
    this.#script.runInThisContext();
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call node:vm.Script#runInThisContext
    this.disk.statSync(".");
//  ^^^^^^^^^^^^^^^^^^ blocking-call node:fs.statSync
    this.folder.readSync();
//  ^^^^^^^^^^^^^^^^^^^^ blocking-call node:fs.Dir#readSync
  }
}

interface Options {
  fs?: typeof fs;
  statement: StatementSync | undefined;
}

async function typed(statement: StatementSync, options: Options, db = new Database("x.db")): Promise<unknown> {
//                                                                    ^^^^^^^^^^^^ blocking-call better-sqlite3.new default
  statement.run();
//^^^^^^^^^^^^^ blocking-call node:sqlite.StatementSync#run
  options.fs?.readFileSync("x");
//^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  options.statement?.all();
//^^^^^^^^^^^^^^^^^^^^^^ blocking-call node:sqlite.StatementSync#all
  (fs as typeof import("fs")).readFileSync("x");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  fs!.statSync("x");
//^^^^^^^^^^^^ blocking-call node:fs.statSync
  child.execSync("ls" satisfies string);
//^^^^^^^^^^^^^^ blocking-call node:child_process.execSync
  const handle: DatabaseSync = JSON.parse("{}");
  handle.exec("select 1");
//^^^^^^^^^^^ blocking-call node:sqlite.DatabaseSync#exec
  const folder = await fs.promises.opendir(".");
  folder.closeSync();
//^^^^^^^^^^^^^^^^ blocking-call node:fs.Dir#closeSync
  using scope = { [Symbol.dispose]() { fs.closeSync(1); } };
  return [db, scope, Repository];
}

async function quiet(get: Map<string, number>, db: { exec(sql: string): void }, other: Date): Promise<unknown> {
  get.get("x");
  db.exec("select 1");
  class Statement {
    all(): void {}
  }
  new Statement().all();
  return other.toISOString();
}

export { typed, quiet };

import { DatabaseSync, type StatementSync } from "node:sqlite";
import { isThere, load, packed, type Entry } from "../storage/index.js";

export class Ledger {
  readonly #insert: StatementSync;

  constructor(private readonly database: DatabaseSync) {
    this.#insert = database.prepare("insert into entries values (?, ?)");
  }

  async add(entry: Entry): Promise<void> {
    this.#insert.run(entry.name, entry.amount);
  }

  async restore(path: string): Promise<number> {
    if (!isThere(path)) return 0;
    const entries = JSON.parse(packed.gunzipSync(load(path)).toString()) as Entry[];
    for (const entry of entries) await this.add(entry);
    return entries.length;
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

export async function start(path: string): Promise<Ledger> {
  return new Ledger(new DatabaseSync(path));
}

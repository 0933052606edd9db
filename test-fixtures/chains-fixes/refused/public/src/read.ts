import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export const read = (): Buffer => readFileSync("a");

export function inner(): Buffer {
  const database = new DatabaseSync("a.db");
  database.exec("select 1");
  return Buffer.of();
}

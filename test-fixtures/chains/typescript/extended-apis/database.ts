import Database from "better-sqlite3";

export class Shop extends Database {
  readonly name = "shop";
}

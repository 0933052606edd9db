import fs from "node:fs";
import type { Suite } from "./types";

function read(name: string): string {
  return fs.readFileSync(name, "utf8");
}

function readAll(suite: Suite): string[] {
  return suite.results.map((name) => read(name));
}

export async function report(suite: Suite): Promise<string[]> {
  suite.results.forEach((name) => {
    read(name);
  //^^^^ blocking-chain node:fs.readFileSync warning
  });
  // What other objects do with a callback, nobody knows.
  suite.jobs.map("store", () => {
    read("a");
  });
  suite.jobs.find(() => {
    read("a");
  });
  return readAll(suite);
  //     ^^^^^^^ blocking-chain node:fs.readFileSync warning
}

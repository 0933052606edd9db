import { AcmeClient } from "@acme/sdk";
import { big } from "bundled";
import { quietName } from "cosmiconfig";
import { loadNotes, countNotes, readLater } from "disk-kit";
import { pick, pickAll, recover, log, remember, settle } from "picks";
import isContainer from "settings-kit";
import { saveAll } from "./helper";

export async function handler(names: string[]): Promise<void> {
  loadNotes("notes");
//^^^^^^^^^ blocking-chain node:fs.readFileSync warning via readAll (node_modules/disk-kit/index.mjs), fs.readFileSync (node_modules/disk-kit/lib/read.mjs)
  countNotes(["a"]);
  await readLater("notes");
  new AcmeClient("key").send({ hello: "world" });
//                      ^^^^ blocking-chain node:child_process.execFileSync warning via execute (node_modules/@acme/sdk/client.js), child_process.execFileSync (node_modules/@acme/sdk/client.js)
  saveAll(names);
//^^^^^^^ blocking-chain node:fs.writeFileSync warning via save (helper.ts), fs.writeFileSync (node_modules/disk-kit/lib/read.mjs)

  // Kept after a first time.
  isContainer();
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via hasMark (node_modules/settings-kit/index.js), fs.readFileSync (node_modules/settings-kit/index.js)

  // What an option, an error or a setting decides, nobody knows from here.
  pick("a", { sync: false });
  pickAll("a");
  recover("a");
  log("a");
  remember("a");

  // How much a package computes isn't judged.
  settle();

  // The catalogue knows the package, and this isn't listed.
  quietName();
  // A bundle says nothing.
  big();
}

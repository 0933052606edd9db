import { empty, Registry, Store, byPath, lazily, oneTime } from "./settings";
import {
  whenAgain,
  whenAssigned,
  whenChosen,
  whenEither,
  whenEmptied,
  whenLocal,
  whenMissing,
  whenNever,
  whenReturned,
  whenState,
} from "./settings";

export async function first(): Promise<void> {
  whenAssigned();
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via read (settings.ts), fs.readFileSync (disk.ts)
  whenMissing();
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via read (settings.ts), fs.readFileSync (disk.ts)
  whenReturned();
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via read (settings.ts), fs.readFileSync (disk.ts)
  whenChosen();
//^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via read (settings.ts), fs.readFileSync (disk.ts)
  whenEither();
//^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via read (settings.ts), fs.readFileSync (disk.ts)
  whenAgain(["a"]);
//^^^^^^^^^ blocking-chain node:fs.readFileSync hint via read (settings.ts), fs.readFileSync (disk.ts)
  whenState();
//^^^^^^^^^ blocking-chain node:fs.readFileSync hint via read (settings.ts), fs.readFileSync (disk.ts)
  Registry.get();
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via new Registry (settings.ts), read (settings.ts), fs.readFileSync (disk.ts)
  lazily();
//^^^^^^ blocking-chain node:fs.readFileSync hint via read (settings.ts), fs.readFileSync (disk.ts)
  byPath("b");
//^^^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (disk.ts)
  oneTime();
//^^^^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (disk.ts)
}

export async function everyTime(): Promise<void> {
  whenEmptied();
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via read (settings.ts), fs.readFileSync (disk.ts)
  empty();
  whenLocal();
//^^^^^^^^^ blocking-chain node:fs.readFileSync via read (settings.ts), fs.readFileSync (disk.ts)
  new Store().load();
  //          ^^^^ blocking-chain node:fs.readFileSync via read (settings.ts), fs.readFileSync (disk.ts)
  whenNever();
//^^^^^^^^^ blocking-chain node:fs.readFileSync via read (settings.ts), fs.readFileSync (disk.ts)
}

let here: string | undefined;
export async function inPlace(): Promise<string> {
  here ??= whenLocal();
  //       ^^^^^^^^^ blocking-chain node:fs.readFileSync hint via read (settings.ts), fs.readFileSync (disk.ts)
  return here;
}

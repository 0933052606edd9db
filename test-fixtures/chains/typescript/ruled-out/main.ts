import { both, computed, load, read, run, save, saveNow, settled, Store } from "./save";

/** Calls whose arguments, or those that they leave out, keep what blocks from running. */
export async function quiet(path: string, store: Store) {
  save(path);
  save(path, false);
  save(path, undefined);
  load(path);
  read(path);
  read(path, true);
  both(path);
  both(path, true, false);
  store.flush();
  save.call(null, path);
  //<^^^^^^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  return new Store(path);
}

export async function loud(path: string, store: Store, flag: boolean, rest: [boolean]) {
  save(path, true);
//^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  save(path, flag);
//^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  save(path, ...rest);
//^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  load(path, true);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (save.ts)
  read(path, false);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (save.ts)
  both(path, true);
//^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  store.flush(true);
//^^^^^^^^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  saveNow();
//^^^^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  settled(path);
//^^^^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  computed(path);
//^^^^^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  [path].map(save);
  //         ^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (save.ts)
  return new Store(path, true);
  //     ^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (save.ts)
}

/** Only what is left is told. */
export async function rest(path: string) {
  run(path);
//^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (save.ts)
  run(path, true);
//^^^ blocking-chain node:child_process.execSync via child_process.execSync (save.ts); also node:fs.readFileSync
  between(path);
  between(path, true);
//^^^^^^^ blocking-chain node:fs.writeFileSync via save (main.ts), fs.writeFileSync (save.ts)
}

/** The function in between decides it. */
function between(path: string, sync = false) {
  if (sync) save(path, true);
  else save(path);
}

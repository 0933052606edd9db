import { readFileSync } from "node:fs";
import { make, open, Single, Store } from "./store";
import { Files, Remote } from "./stores";

class Service {
  private readonly made = new Store();
  constructor(
    private readonly store: Store,
    readonly backup?: Store,
  ) {}

  async run(name: string) {
    this.store.load(name);
    //<^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (stores.ts); in 1 of 3
    this.backup?.load(name);
    //<^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (stores.ts); in 1 of 3
    return this.made.load(name);
  }
}

export async function handler(store: Store, name: string, one: Single) {
  store.load(name);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (stores.ts); in 1 of 3
  store.keys();
//^^^^^^^^^^ blocking-chain node:child_process.execSync hint via child_process.execSync (stores.ts); in 1 of 2
  store.save(name);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts); also node:fs.writeFileSync
  store.close();
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  if (store.size > 0) one.load(name);
  //  ^^^^^^^^^^ blocking-chain node:fs.existsSync hint via fs.existsSync (stores.ts); in 1 of 2
  //                  ^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  open().load(name);
  //     ^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (stores.ts); in 1 of 3
  return new Service(store);
}

/** What is made in the same place is that, whatever it is called. */
export async function exact(name: string) {
  const store: Local = new Local();
  store.load(name);
  const made = new Store();
  made.load(name);
  new Store().keys();
  make().load(name);
  new Remote().load(name);
  const files = new Files();
  files.load(name);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (stores.ts)
  return made;
}

class Local {
  load(name: string) {
    return name;
  }
}

class Slow extends Local {
  override load(name: string) {
    return readFileSync(name, "utf8");
  }
}

/** In one file the same. */
export async function near(local: Local, list: readonly Local[], name: string) {
  local.load(name);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (main.ts); in 1 of 2
  for (const one of list) one.load(name);
  //                      ^^^^^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (main.ts); in 1 of 2
  return new Slow();
}

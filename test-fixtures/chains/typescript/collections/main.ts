import { find, Memory, Store } from "./store";

type ByName = Record<string, Store>;
const VIA = "marks end here";

export class Registry {
  private readonly byName = new Map<string, Store>();
  private all: ReadonlyArray<Store> = [];
  private memories: Memory[] = [];
  private readonly made = [new Store(), new Store()];

  async walk() {
    for (const store of this.all) store.load();
    //                            ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    for (const memory of this.memories) memory.load();
    for (const store of this.made) store.load();
    //                             ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    for (const [, store] of this.byName) store.load();
    //                                   ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    for (const [name] of this.byName) name.load();
    for (const store of this.byName.values()) store.load();
    //                                        ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  }

  async pick(name: string) {
    this.byName.get(name)!.load();
    //                     ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    this.byName.get(name)?.load();
    //                     ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    this.all[0].load();
  //^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    this.all.at(-1)?.load();
    //               ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    this.memories[0].load();
  }

  async call() {
    this.all.forEach((store) => store.load());
    //                          ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    this.byName.forEach((store, name) => name.length > 0 && store.load());
    //                                                      ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    this.memories.forEach((memory) => memory.load());
    return this.all.filter((store) => store).map((store) => store.load());
    //                                                      ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  }
}

export async function given(stores: Set<Store>, names: ByName, mixed: (Store | Memory)[], pair: [Memory, Store], keyed: { [name: string]: Store }) {
  [...stores].find((store) => store.load());
  //                          ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  Array.from(stores, (store) => store.load());
  Array.from(stores)[0]?.load();
  //                     ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  names["one"].load();
//^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  names.one.load();
//^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  names[VIA].load();
//^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  for (const [name, store] of Object.entries(names)) store.load(name);
  //                                                 ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  for (const store of Object.values(names)) store.load();
  //                                        ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  for (const one of mixed) one.load();
  keyed.one?.load();
//^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  const [memory, store] = pair;
  memory.load();
  store.load();
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

export async function awaited(open: () => Promise<Store>, all: Promise<Store>[], remote: AsyncIterable<Store>) {
  (await open()).load();
  //             ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  const [first] = await Promise.all([opened(), other()]);
  first.load();
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  for (const store of await Promise.all(all)) store.load();
  //                                          ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  for await (const store of remote) store.load();
  //                                ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  void opened().then(async (store) => store.load());
  //                                  ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  void import("./store").then(async ({ Store: Loaded }) => new Loaded().load());
  //                                                                    ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  for (const store of walkThrough()) store.load();
  //                                 ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

async function opened(): Promise<Store> {
  return new Store();
}

async function other(): Promise<Memory> {
  return new Memory();
}

function* walkThrough(): Generator<Store> {
  yield new Store();
}

export async function casts() {
  (find("store") as Store).load();
  //                       ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  (<Store>find("store")).load();
  //                     ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  (find("store") as Memory).load();
  const store = find("store") as unknown as Store;
  store!.load();
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  (new Store() satisfies Store).load();
  //                            ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

import { Clock, Store } from "./store";

const shared = new Store();

class Service {
  private store = new Store();
  private readonly clock: Clock;

  constructor(private readonly given: Store, clock: Clock) {
    this.clock = clock;
  }

  async run(path: string) {
    this.store.load(path);
//  ^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    this.given.load(path);
//  ^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    this.clock.load(path);
  }
}

export async function handler(store: Store, clock: Clock, unknown: any, path: string) {
  const own = new Store();
  own.load(path);
//^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  shared.load(path);
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  store.load(path);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  clock.load(path);
  unknown.load(path);
  return new Service(store, clock).run(path);
}

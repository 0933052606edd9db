// fix: Make
// fixes: 1
import { Store } from "./store.js";

class Service {
  constructor(private readonly store: Store) {}

  async run(): Promise<number> {
    console.log(this.store.lines(), this.store.first()?.length);
    return this.store.count();
  }
}

const service = new Service(new Store("data.txt"));
console.log(await service.run());

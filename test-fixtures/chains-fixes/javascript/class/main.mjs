// fix: Make
// fixes: 1
import { Store } from "./store.mjs";

class Report {
  constructor(store) {
    this.store = store;
  }

  async print() {
    const store = new Store("data.txt");
    console.log(store.lines().length, store.first());
    console.log(Store.open("data.txt").first());
    console.log(this.store.path);
  }
}

await new Report(new Store("data.txt")).print();

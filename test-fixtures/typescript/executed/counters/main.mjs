// Concurrent additions: what many callers share is read, added to and written without a pause in between.
// rewrites: 5
import fs from 'node:fs';

let total = 0;

class Counter {
  count = 0;

  async add(path) {
    this.count += fs.statSync(path).size; // stays: others add to this.count while it would wait
  }

  async addLater(path) {
    const size = fs.statSync(path).size;
    this.count += size;
  }
}

async function addToTotal(path) {
  total = total + fs.readFileSync(path).length; // stays: others add to total while it would wait
}

async function own(paths) {
  let sum = 0;
  for (const path of paths) sum += fs.statSync(path).size;
  let text = '';
  text += fs.readFileSync(paths[0], 'utf8');
  return [sum, text];
}

fs.writeFileSync('five', '12345');
const counter = new Counter();
await Promise.all(Array.from({ length: 5 }, () => counter.add('five')));
await Promise.all(Array.from({ length: 5 }, () => counter.addLater('five')));
await Promise.all(Array.from({ length: 5 }, () => addToTotal('five')));
console.log(counter.count, total, await own(['five', 'five']));

async function finish(path) {
  fs.appendFileSync(path, '6');
  return fs.readFileSync(path, 'utf8');
}
console.log(await finish('five'));

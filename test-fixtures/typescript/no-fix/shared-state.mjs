// Read, add, write: with a pause in between, what others wrote meanwhile is lost.
import fs from 'node:fs';

let total = 0;
const totals = { bytes: 0, list: [] };

export class Meter {
  count = 0;
  #hidden = 0;

  async add(path) {
    this.count += fs.statSync(path).size;
    //            ^^^^^^^^^^^ no-fix: updates made meanwhile
    this.#hidden -= fs.statSync(path).size;
    //              ^^^^^^^^^^^ no-fix: updates made meanwhile
    this.count = this.count + fs.readFileSync(path).length;
    //                        ^^^^^^^^^^^^^^^ no-fix: updates made meanwhile
    totals.bytes += Number(fs.existsSync(path));
    //                     ^^^^^^^^^^^^^ no-fix: updates made meanwhile
    totals['bytes'] **= fs.statSync(path).size;
    //                  ^^^^^^^^^^^ no-fix: updates made meanwhile
  }
}

export async function add(path) {
  total += fs.statSync(path).size;
  //       ^^^^^^^^^^^ no-fix: updates made meanwhile
  total = total + fs.statSync(path).size;
  //              ^^^^^^^^^^^ no-fix: updates made meanwhile
  total ||= fs.statSync(path).size;
  //        ^^^^^^^^^^^ no-fix: updates made meanwhile
}

export async function captured(paths) {
  let sum = 0;
  await Promise.all(
    paths.map(async (path) => {
      sum += fs.statSync(path).size;
      //     ^^^^^^^^^^^ no-fix: updates made meanwhile
    }),
  );
  return sum;
}

import { readFileSync } from "node:fs";
import { Holder } from "./holder.mjs";
import { inDefault, inField, inGetter, inGenerator, inMap, inSort, inExecutor, inUnknown, atTop, inSum } from "./read.mjs";

export async function main() {
  inGetter();
  //<^^^^^^ no Make: a getter can't await (holder.mjs:4)
  inField();
  //<^^^^^ no Make: a class field's initialiser can't await
  inDefault();
  //<^^^^^^^ no Make: a default parameter can't await
  inGenerator();
  //<^^^^^^^^^ no Make: a synchronous generator can't await
  inMap();
  //<^^^ no Make: the callback of `findLast` can't await
  inSort();
  //<^^^^ no Make: the callback of `sort` can't await
  inExecutor();
  //<^^^^^^^^ no Make: a promise executor can't await
  inUnknown();
  //<^^^^^^^ no Make: nobody knows whether `setTimeout` waits for its callback
  atTop();
  //<^^^ no Make: it is at the top level of the file (top.cjs:2)
  inSum();
  //<^^^ no Make: reads `total` before it waits
  return new Holder();
  //     ^^^^^^^^^^ no Make: a constructor can't await
}

import { readFileSync } from "node:fs";
import { Holder } from "./holder.mjs";
import { inDefault, inField, inGetter, inGenerator, inMap, inSort, inExecutor, inUnknown, atTop, inSum } from "./read.mjs";

export async function main() {
  inGetter();
  //<^^^^^^ no async: a getter can't await (holder.mjs:4)
  inField();
  //<^^^^^ no async: a class field's initialiser can't await
  inDefault();
  //<^^^^^^^ no async: a default parameter can't await
  inGenerator();
  //<^^^^^^^^^ no async: a synchronous generator can't await
  inMap();
  //<^^^ no async: the callback of `map` can't await
  inSort();
  //<^^^^ no async: the callback of `sort` can't await
  inExecutor();
  //<^^^^^^^^ no async: a promise executor can't await
  inUnknown();
  //<^^^^^^^ no async: nobody knows whether `setTimeout` waits for its callback
  atTop();
  //<^^^ no async: it is at the top level of the file (top.cjs:2)
  inSum();
  //<^^^ no async: reads `total` before it waits
  return new Holder();
  //     ^^^^^^^^^^ no async: a constructor can't await
}

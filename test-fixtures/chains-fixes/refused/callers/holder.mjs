import { inDefault, inField, inGetter, inGenerator, inMap, inSort, inExecutor, inUnknown, inSum } from "./read.mjs";
export class Holder {
  text = inField();
  get name() {
    return inGetter();
  }
}

let total = 0;
export async function add() {
  total += inSum();
  //       ^^^^^ no Make: reads `total` before it waits
}

export function named(text = inDefault()) {
  return text;
}

export function* all() { yield inGenerator(); }

export function lists(xs) {
  return [
    xs.findLast(() => inMap()),
    xs.sort(() => inSort()),
    new Promise((resolve) => resolve(inExecutor())),
    setTimeout(() => inUnknown(), 10),
    xs,
  ];
}

export async function use() {
  const text = named();
  //           ^^^^^ no Make: a default parameter can't await
  for (const one of all()) console.log(one);
  //                ^^^ no Make: a synchronous generator can't await
  return [text, lists([])];
  //            ^^^^^ no Make: the callback of `findLast` can't await
}

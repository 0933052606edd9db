import * as lib from "./lib.mjs";
import { aliased, assigned, called, decided, exported, passed, promised, spread, stored } from "./lib.mjs";
import { register } from "./register.mjs";

let other = assigned;
const table = { stored };
register(passed, { ...table });
const alias = aliased;

export async function main(name) {
  passed();
  //<^^^^ no Make: it is used as a value there (main.mjs:7)
  assigned();
  //<^^^^^^ no Make: it is used as a value there (main.mjs:5)
  stored();
  //<^^^^ no Make: it is used as a value there (main.mjs:6)
  called.call(null);
  //<^^^^^^^^^ no Make: it is used as a value there (main.mjs:14)
  const pick = decided ? 1 : 2;
  decided();
  //<^^^^^ no Make: it is used as a value there (main.mjs:15)
  promised();
  //<^^^^^^ no Make: it may give a promise already (lib.mjs:7)
  [1].sort(exported);
  //       ^^^^^^^^ no Make: it is used as a value there (main.mjs:18)
  other();
  //<^^ no Make: it is used as a value there (main.mjs:5)
  return pick;
}

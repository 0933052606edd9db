import * as lib from "./lib.mjs";
import { aliased, assigned, called, decided, exported, passed, promised, spread, stored } from "./lib.mjs";
import { register } from "./register.mjs";

let other = assigned;
const table = { stored };
register(passed, { ...table });
const alias = aliased;

export async function main(name) {
  passed();
  //<^^^^ no async: it is used as a value there (main.mjs:7)
  assigned();
  //<^^^^^^ no async: it is used as a value there (main.mjs:5)
  stored();
  //<^^^^ no async: it is used as a value there (main.mjs:6)
  called.call(null);
  //<^^^^^^^^^ no async: it is used as a value there (main.mjs:14)
  const pick = decided ? 1 : 2;
  decided();
  //<^^^^^ no async: it is used as a value there (main.mjs:15)
  promised();
  //<^^^^^^ no async: it may give a promise already (lib.mjs:7)
  [1].forEach(exported);
  //          ^^^^^^^^ no async: it is called back by what it is given to
  other();
  //<^^ no async: it is used as a value there (main.mjs:5)
  return pick;
}

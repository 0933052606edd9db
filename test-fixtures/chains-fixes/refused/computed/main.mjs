import * as lib from "./lib.mjs";

export async function main(name) {
  lib[name]();
  return lib.read();
  //     ^^^^^^^^ no Make: its module is used as a value there (main.mjs:4)
}

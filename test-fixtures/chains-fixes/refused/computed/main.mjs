import * as lib from "./lib.mjs";

export async function main(name) {
  lib[name]();
  return lib.read();
  //     ^^^^^^^^ no async: its module is used as a value there (main.mjs:4)
}

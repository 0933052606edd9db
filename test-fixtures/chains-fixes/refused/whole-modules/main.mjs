import * as lib from "./lib.mjs";
import { read } from "./lib.mjs";
import { register } from "./register.mjs";

register(lib);

export async function main() {
  return read();
  //     ^^^^ no Make: its module is used as a value there (main.mjs:5)
}

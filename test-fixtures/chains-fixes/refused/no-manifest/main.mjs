import { read } from "./lib.mjs";

export async function main() {
  return read();
  //     ^^^^ no Make: it has no manifest
}

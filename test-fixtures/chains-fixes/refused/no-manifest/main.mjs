import { read } from "./lib.mjs";

export async function main() {
  return read();
  //     ^^^^ no async: it has no manifest
}

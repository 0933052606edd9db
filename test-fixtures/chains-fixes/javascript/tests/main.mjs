// fix: Make
// fixes: 1
import { load } from "./load.mjs";
import "./tests.mjs";

async function main() {
  console.log(load("main.txt"));
}

await main();

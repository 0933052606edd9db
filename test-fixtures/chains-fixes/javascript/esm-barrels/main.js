// fix: Make
// fixes: 1
import * as lib from "./lib/index.js";
import lengthOf from "./lib/index.js";
import { size, total } from "./lib/index.js";

async function main() {
  console.log(lib.size("main.txt"), size("main.txt"), lengthOf("main.txt"));
  console.log(await total(["main.txt", "main.txt"]));
  const { size: again } = await import("./lib/index.js");
  console.log(again("main.txt"));
}

await main();

// fix: Make
// fixes: 1
// title: Make `loadConfig`, 1 helper and 2 callers async (4 files) (unsafe: other code runs while it waits; `config.name` is read before the await and may have changed after it)
import { loadConfig } from "./config.js";
import { describe } from "./describe.js";

async function main() {
  const config = loadConfig("settings.json");
  console.log(config.name, loadConfig("settings.json").port);
  console.log(await describe());
}

main();

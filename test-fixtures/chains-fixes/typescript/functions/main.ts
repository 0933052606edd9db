// fix: Make
// fixes: 1
// title: Make `loadConfig`, 1 helper and 1 caller async (4 files) (unsafe: other code runs while it waits)
import { loadConfig, type Config } from "./config.js";
import { describe } from "./describe.js";

export async function main(): Promise<void> {
  const config: Config = loadConfig("settings.json");
  const { port = 1 } = loadConfig("settings.json");
  console.log(config.port.toFixed(1), port, await describe());
}

void main();

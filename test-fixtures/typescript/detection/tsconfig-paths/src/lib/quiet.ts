export { readFile as readText } from "node:fs/promises";

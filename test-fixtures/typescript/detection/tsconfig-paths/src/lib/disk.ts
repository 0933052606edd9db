export { readFileSync as readText } from "node:fs";

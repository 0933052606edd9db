export { statSync as sizeOf } from "node:fs";
export * from "./read.js";

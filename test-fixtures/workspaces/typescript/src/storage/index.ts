export * from "./disk.js";
export * as packed from "./packed.js";
export type { Entry } from "./types.js";

export * from "./storage/index.js";
export { start } from "./jobs/start.js";

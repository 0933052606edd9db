export * from "./size.js";
export { size as default } from "./size.js";
export { total } from "./total.js";

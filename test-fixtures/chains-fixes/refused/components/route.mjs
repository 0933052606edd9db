export { page } from "./page.mjs";

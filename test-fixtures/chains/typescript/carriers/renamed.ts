export { Store as Shelf } from "./store";

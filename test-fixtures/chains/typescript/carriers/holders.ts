import { Index, Store } from "./store";

export const services = { state: new Store() };
export class Heir extends Store {}
export const makeHeir = (): Heir => new Heir();
export const registry = { Words: Index };

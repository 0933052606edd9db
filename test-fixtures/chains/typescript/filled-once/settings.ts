import { memoize, once } from "lodash";
import onetime from "onetime";
import { read, readTwice } from "./disk";

interface Settings {
  readonly text: string;
}

let assigned: string | undefined;
export function whenAssigned(): string {
  return (assigned ??= read());
}

let missing: Settings | undefined;
export function whenMissing(): Settings {
  if (missing === undefined) {
    missing = { text: read() };
  }
  return missing;
}

let returned: string | null = null;
export function whenReturned(): string {
  if (returned !== null) return returned;
  const text = read();
  returned = text.trim();
  return returned;
}

let chosen: string | undefined;
export function whenChosen(): string {
  return chosen ? chosen : (chosen = read());
}

let either: string | undefined;
export const whenEither = (): string => either || (either = read());

let again: string | undefined;
export function whenAgain(names: string[]): string[] {
  again = again ?? names.map(() => read()).join();
  return [again];
}

const state: { text?: string } = {};
export function whenState(): string {
  if (!state.text) state.text = read();
  return state.text;
}

export class Registry {
  private static instance: Registry | undefined;
  readonly text = read();

  static get(): Registry {
    if (!Registry.instance) Registry.instance = new Registry();
    return Registry.instance;
  }
}

/** Emptied again: nobody knows how often it is filled. */
let emptied: string | undefined;
export function whenEmptied(): string {
  return (emptied ??= read());
}
export function empty(): void {
  emptied = undefined;
}

/** Of the call, not of the module. */
export function whenLocal(): string {
  let local: string | undefined;
  return (local ??= read());
}

/** Of one object. */
export class Store {
  private text: string | undefined;
  load(): string {
    return (this.text ??= read());
  }
}

/** Nothing is kept. */
let never: string | undefined;
export function whenNever(): string {
  if (never === undefined) return read();
  return never;
}

export const lazily = once(() => read());
export const byPath = memoize(readTwice);
export const oneTime = onetime(read);

import { readFileSync } from "node:fs";

export const reader = (path: string) => () => readFileSync(path, "utf8");

export const lines = (path: string) => linesOf(path);

export function choose(path: string) {
  return path === "" ? (name: string) => readFileSync(name) : (name: string) => name;
}

export function once<T>(make: () => T) {
  let value: T | undefined;
  return () => (value ??= make());
}

function* linesOf(path: string) {
  yield readFileSync(path, "utf8");
}

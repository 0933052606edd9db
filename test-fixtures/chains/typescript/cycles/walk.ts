import { readdirSync } from "node:fs";
import { odd } from "./odd";

export function even(value: number): boolean {
  return value === 0 || odd(value - 1);
}

export function walk(path: string): string[] {
  return visit(readdirSync(path));
}

function visit(paths: string[]) {
  return paths.flatMap((path) => walk(path));
}

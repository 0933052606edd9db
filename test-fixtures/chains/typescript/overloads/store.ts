import { readFileSync } from "node:fs";

export function load(path: string): string;
export function load(descriptor: number): string;
export function load(source: string | number): string {
  return readFileSync(source, "utf8");
}

export class Store {
  declare declared: (path: string) => string;

  get(path: string): string;
  get(descriptor: number): string;
  get(source: any): string {
    return load(source);
  }
}

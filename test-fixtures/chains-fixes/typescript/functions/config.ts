import { readJson } from "./json.js";

export interface Config {
  readonly port: number;
}

export function loadConfig(path: string): Config {
  return readJson<Config>(path);
}

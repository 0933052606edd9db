import { readJson } from "./json.js";

/** @returns {{ name: string, port: number }} */
export function loadConfig(path) {
  return { name: "none", ...readJson(path) };
}

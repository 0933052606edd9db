import { loadConfig } from "./config.js";

const portOf = (path: string): number | undefined => loadConfig(path).port;

export async function describe(): Promise<string> {
  return `port ${String(portOf("settings.json"))}`;
}

import { execSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

export function all(path: string) {
  if (existsSync(path)) readFileSync(path);
  setup();
  install();
}

function setup() {
  install();
}

export const install = () => execSync("npm install");
export const tidy = (path: string) => existsSync(path);

import { execSync } from "node:child_process";

export function shell(parts: TemplateStringsArray, ...values: string[]) {
  return execSync(String.raw(parts, ...values)).toString();
}

export function text(parts: TemplateStringsArray, ...values: string[]) {
  return String.raw(parts, ...values);
}

import { shell, text } from "./shell";

export async function handler(name: string) {
  shell`ls ${name}`;
//^^^^^ blocking-chain node:child_process.execSync via child_process.execSync (shell.ts)
  text`ls ${name}`;
  return `ls ${shell.name}`;
}

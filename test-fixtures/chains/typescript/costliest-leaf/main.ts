import { all, install, tidy } from "./steps";

export async function handler(paths: string[]) {
  all("a");
//^^^ blocking-chain node:child_process.execSync warning via install (steps.ts), child_process.execSync (steps.ts); also node:fs.existsSync, node:fs.readFileSync
  install();
//^^^^^^^ blocking-chain node:child_process.execSync via child_process.execSync (steps.ts)
  tidy("a");
//^^^^ blocking-chain node:fs.existsSync hint via fs.existsSync (steps.ts)
  // Cheap once, not in a loop.
  for (const path of paths) tidy(path);
  //                        ^^^^ blocking-chain node:fs.existsSync warning via fs.existsSync (steps.ts)
  paths.forEach((path) => tidy(path));
  //                      ^^^^ blocking-chain node:fs.existsSync warning via fs.existsSync (steps.ts)
}

import fs = require('node:fs');
import type { Stats } from 'node:fs';
import readFileSync = fs.readFileSync;

export async function size(path: string): Promise<number> {
  const stats: Stats = fs.statSync(path);
  //                   ^^^^^^^^^^^ blocking-call node:fs.statSync hint
  return stats.size + readFileSync(path).length;
  //                  ^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
}

import { readText } from '#disk';
import { exists } from '#lib/exists';
import { readText as none } from '#none';

export async function main() {
  if (!exists('a.txt')) return none('b.txt');
//     ^^^^^^ blocking-call node:fs.existsSync
  return readText('a.txt', 'utf8');
//       ^^^^^^^^ blocking-call node:fs.readFileSync
}

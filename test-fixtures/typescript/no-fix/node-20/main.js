import { globSync } from 'node:fs';

export async function list() {
  return globSync('**/*.js');
  //     ^^^^^^^^ no-fix: 22
}

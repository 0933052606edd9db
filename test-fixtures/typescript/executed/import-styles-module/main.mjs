// Every way that an ECMAScript module gets hold of node:fs, each in a file of its own.
// rewrites: 37
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as own from './styles/own-functions.mjs';

mkdirSync('data');
writeFileSync('data/a.txt', ' a \n');

const styles = [
  'namespace', 'default', 'named', 'renamed', 'mixed', 'promises-present', 'promises-module-present', 'same-promises-name',
  'dynamic', 'builtin', 'local-names', 'shadowed-namespace', 'promisify-present', 'several-modules', 'alias', 'side-effect',
  'default-as', 'own-functions', 'barrel', 'header',
];
for (const style of styles) {
  const { read } = await import(`./styles/${style}.mjs`);
  console.log(style, await read('data/a.txt'));
  await pause(0);
}
console.log(Object.keys(own).sort());

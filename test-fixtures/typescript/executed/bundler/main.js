// A package whose asynchronous functions have their names without Sync.
// rewrites: 4
import fs from 'node:fs';
import * as esbuild from 'esbuild';
import { transformSync } from 'esbuild';

async function bundle(entry) {
  const result = esbuild.buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'esm' });
  return result.outputFiles[0].text;
}

async function main() {
  fs.writeFileSync('entry.js', 'export const answer = 6 * 7;\n');
  console.log(transformSync('const a: number = 1', { loader: 'ts' }).code);
  try {
    transformSync('const const', { logLevel: 'silent' });
  } catch (error) {
    console.log(error.errors.length, error.errors[0].text);
  }
  console.log(await bundle('entry.js'));
}

await main();

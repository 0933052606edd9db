// The same small function in files of every kind of line end, indentation and commenting.
// rewrites: 18
import { writeFileSync } from 'node:fs';

writeFileSync('a.txt', 'grüße\n');
const names = ['crlf', 'bom', 'bom-named', 'tabs', 'surrogates', 'comments', 'one-line', 'one-line-default', 'return-on-new-line'];
for (const name of names) {
  const { read, twice } = await import(`./${name}.mjs`);
  console.log(name, await read('a.txt'), await twice?.('a.txt'));
}

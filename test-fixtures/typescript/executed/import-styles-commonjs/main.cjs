// Every way that a CommonJS module gets hold of node:fs, each in a file of its own.
// rewrites: 18
'use strict';

const fs = require('fs');

fs.mkdirSync('data');
fs.writeFileSync('data/a.txt', ' a \n');

const styles = ['whole', 'destructured', 'renamed', 'member', 'inline', 'promises-present', 'strict', 'var', 'exported', 'inner', 'mixed'];

(async () => {
  for (const style of styles) {
    const { read } = require(`./styles/${style}.cjs`);
    console.log(style, await read('data/a.txt'));
  }
})();

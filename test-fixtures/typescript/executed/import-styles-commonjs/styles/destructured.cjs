const { readFileSync, statSync } = require('node:fs');

async function read(path) {
  return [readFileSync(path, 'utf8'), statSync(path).size];
}

module.exports = { read };

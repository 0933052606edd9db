const fs = require('node:fs');

module.exports = async function load() {
  const text = fs.readFileSync('a.txt', 'utf8');
  return text + require('fs').readFileSync('b.txt', 'utf8');
};

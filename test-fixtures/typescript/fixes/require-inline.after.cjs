const fs = require('node:fs');

module.exports = async function load() {
  const text = await fs.promises.readFile('a.txt', 'utf8');
  return text + await require('fs').promises.readFile('b.txt', 'utf8');
};

function makeReader() {
  const { readFileSync } = require('fs');
  return {
    async read(path) {
      return readFileSync(path, 'utf8');
    },
  };
}

module.exports = makeReader();

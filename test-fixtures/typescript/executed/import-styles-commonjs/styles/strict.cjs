'use strict';

// Standard library
const { readFileSync } = require('fs');

// Ours
const { strict } = (function () {
  return { strict: this === undefined };
})();

module.exports = {
  async read(path) {
    return [strict, readFileSync(path, 'utf8')];
  },
};

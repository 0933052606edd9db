class Reader {
  #fs = require('node:fs');

  async read(path) {
    const fs = require('node:fs');
    return [typeof this.#fs.readFileSync, fs.readFileSync(path, 'utf8')];
  }
}

exports.read = (path) => new Reader().read(path);

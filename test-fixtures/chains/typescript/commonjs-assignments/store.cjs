const { readFileSync } = require("fs");

module.exports = class Store {
  load(path) {
    return readFileSync(path, "utf8");
  }
};

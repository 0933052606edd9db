const fs = require("fs");

const write = (path) => fs.writeFileSync(path, "");

module.exports = {
  load(path) {
    return fs.readFileSync(path, "utf8");
  },
  save: write,
  drop: async (path) => fs.promises.unlink(path),
};

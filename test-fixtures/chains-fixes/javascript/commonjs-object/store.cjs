const fs = require("node:fs");

function save(path, text) {
  fs.writeFileSync(path, text);
}

module.exports = {
  save,
  load(path) {
    return fs.readFileSync(path, "utf8");
  },
  remove: (path) => fs.unlinkSync(path),
  exists: function (path) {
    return fs.existsSync(path);
  },
};

const fs = require("fs");

module.exports = function (path) {
  return fs.readFileSync(path, "utf8");
};

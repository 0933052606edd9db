const { firstLine } = require("./files.js");

module.exports = function read(path) {
  return firstLine(path);
};

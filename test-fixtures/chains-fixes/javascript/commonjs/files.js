const fs = require("fs");

function readText(path) {
  return fs.readFileSync(path, "utf8");
}

exports.firstLine = (path) => exports.lines(path)[0];
exports.lines = (path) => readText(path).split("\n");
exports.readText = readText;

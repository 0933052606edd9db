const fs = require("fs");

exports.list = (path) => fs.readdirSync(path);

module.exports.remove = function remove(path) {
  fs.rmSync(path);
};

function hidden(path) {
  return fs.statSync(path);
}

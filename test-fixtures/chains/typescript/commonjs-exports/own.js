const { readFileSync } = require("node:fs");

exports.load = (path) => readFileSync(path, "utf8");

module.exports.parsed = function (path) {
  return JSON.parse(exports.load(path));
};

exports.main = async (paths) => {
  exports.load(paths[0]);
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (own.js)
  module.exports.parsed(paths[0]);
//^^^^^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via load (own.js), fs.readFileSync (own.js)
  return paths.map(exports.parsed);
//                 ^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via load (own.js), fs.readFileSync (own.js)
};

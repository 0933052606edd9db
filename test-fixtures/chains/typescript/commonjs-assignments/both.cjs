const { readFileSync } = require("fs");

exports = module.exports = {};
exports.one = exports.two = (path) => readFileSync(path, "utf8");

const { readFileSync: slurp, existsSync: has } = require("fs");

exports.read = async (path) => (has(path) ? slurp(path, "utf8") : "");

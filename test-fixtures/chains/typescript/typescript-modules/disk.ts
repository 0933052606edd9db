import fs = require("fs");

function load(path: string) {
  return fs.readFileSync(path, "utf8");
}

export = { load };

const fs = require("node:fs");

const commands = { run: (path) => fs.rmSync(path), quiet: () => 1 };

Object.assign(module.exports, commands, { list: (path) => fs.readdirSync(path) });
Object.assign(exports, { quiet: () => 2 });

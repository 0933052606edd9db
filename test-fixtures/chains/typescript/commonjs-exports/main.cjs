const loadOne = require("./one");
const { load, save, drop } = require("./literal");
const properties = require("./properties");

async function handler(path) {
  loadOne(path);
//^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (one.cjs)
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (literal.cjs)
  save(path);
//^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (literal.cjs)
  properties.list(path);
//^^^^^^^^^^^^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (properties.cjs)
  properties.remove(path);
//^^^^^^^^^^^^^^^^^ blocking-chain node:fs.rmSync via fs.rmSync (properties.cjs)
  require("./one")(path);
//^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (one.cjs)
  properties.hidden?.(path);
  return drop(path);
}

module.exports = handler;

const { api, open } = require("./api");
const { holder, Home } = require("./holder");
const start = require("./whole");
const { run, list, quiet } = require("./spread");

const local = {};
local.load = (path) => api.load(path);

module.exports = async function (path) {
  api.load(path);
//^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (api.js)
  api.read(path);
//^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (api.js)
  api.size(path);
  open(path);
  open.list(path);
//^^^^^^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (api.js)
  start();
  start.now(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (whole.js)
  run(path);
//^^^ blocking-chain node:fs.rmSync via fs.rmSync (spread.js)
  list(path);
//^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (spread.js)
  quiet();
  local.load(path);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via read (main.js), fs.readFileSync (api.js)
};

module.exports.read = async function () {
  const { config, name } = holder;
  //      ^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (holder.js)
  const home = new Home();
  const { path: where } = home;
  //      ^^^^^^^^^^^ blocking-chain node:fs.realpathSync via fs.realpathSync (holder.js)
  return [config, name, where];
};

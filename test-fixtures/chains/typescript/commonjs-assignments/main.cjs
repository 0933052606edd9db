const { one, two } = require("./both.cjs");
const Store = require("./store.cjs");

module.exports = async function (path) {
  one(path);
//^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (both.cjs)
  two(path);
//^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (both.cjs)
  new Store().load(path);
  //          ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.cjs)
};

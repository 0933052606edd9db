const disk = require("disk");
const lists = require("disk/lists");
const outside = require("outside");

module.exports = async function handler(path) {
  disk.load(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (libraries/disk/lib/entry.cjs)
  lists(path);
//^^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (libraries/disk/lists.js)
  outside.load(path);
};

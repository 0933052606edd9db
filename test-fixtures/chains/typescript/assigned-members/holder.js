const { readFileSync, realpathSync } = require("node:fs");

exports.holder = {
  get config() {
    return readFileSync("config.json", "utf8");
  },
  name: "holder",
};

exports.Home = class Home {
  get path() {
    return realpathSync("~");
  }

  async open() {
    const { path } = this;
    //      ^^^^ blocking-chain node:fs.realpathSync via fs.realpathSync (holder.js)
    return path;
  }
};

const fs = require("fs");
const Store = require("./store");
const { Archive, Memory } = require("./store");

/** What `new` is called with has what the function's prototype was given. */
async function main(name) {
  const store = new Store("data");
  //            ^^^^^^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (store.js)
  store.load(name);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.js)
  store.first();
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via load (store.js), fs.readFileSync (store.js)
  const other = Store.open("data");
  //            ^^^^^^^^^^ blocking-chain node:fs.readdirSync via Store (store.js), fs.readdirSync (store.js)
  other.load(name);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.js)
}

async function inherited(name) {
  const archive = new Archive("data");
  //              ^^^^^^^^^^^ blocking-chain node:fs.readdirSync via Store (store.js), fs.readdirSync (store.js)
  archive.load(name);
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.js)
  archive.pack();
//^^^^^^^^^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (store.js); also node:fs.readFileSync
  const memory = new Memory();
  memory.load(name);
  memory.save(name);
//^^^^^^^^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (store.js)
  memory.twice(name);
//^^^^^^^^^^^^ blocking-chain node:fs.writeFileSync via save (store.js), fs.writeFileSync (store.js)
  return memory.size;
  //     ^^^^^^^^^^^ blocking-chain node:fs.statSync hint via fs.statSync (store.js)
}

/** A class may extend such a function. */
class Cached extends Store {
  async refresh(name) {
    this.load(name);
//  ^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.js)
    return super.first();
    //     ^^^^^^^^^^^ blocking-chain node:fs.readFileSync via load (store.js), fs.readFileSync (store.js)
  }
}

function Service(store) {
  this.store = store || new Memory();
}

Service.prototype.run = async function (name) {
  this.read(name);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (main.js)
  this.missing(name);
  return this.kept;
};

Service.prototype.read = function (name) {
  return fs.readFileSync(name, "utf8");
};

/** What isn't a constructor's has no such members. */
function plain() {}
async function unknown(name) {
  new plain().load(name);
  plain.prototype.load(name);
  new Service().load(name);
}

module.exports = { main, inherited, unknown, Cached };

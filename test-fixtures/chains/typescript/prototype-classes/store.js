var fs = require("fs");
var util = require("util");

function Store(path) {
  this.path = path;
  this.names = fs.readdirSync(path);
}

Store.prototype.load = function (name) {
  return fs.readFileSync(this.path + name, "utf8");
};

Store.prototype.first = function () {
  return this.load(this.names[0]);
};

Store.open = function (path) {
  return new Store(path);
};

/** Inherits the old way. */
function Archive(path) {
  Store.call(this, path);
}
util.inherits(Archive, Store);

var proto = Archive.prototype;
proto.pack = function () {
  fs.writeFileSync("archive", this.first());
};

/** Inherits by hand, and reads nothing. */
var Memory = function () {
  this.texts = {};
};
Memory.prototype = Object.create(Base.prototype);
Memory.prototype.constructor = Memory;
Object.assign(Memory.prototype, {
  load(name) {
    return this.texts[name];
  },
  twice(name) {
    return this.load(name) + this.save(name);
  },
});

function Base() {}
Base.prototype = {
  save: function (name) {
    fs.writeFileSync(name, name);
  },
  get size() {
    return fs.statSync("size").size;
  },
};

module.exports = Store;
module.exports.Archive = Archive;
module.exports.Memory = Memory;

const { readFileSync, load } = require('./lib');
const lib = require('./lib');
const disk = require('./disk.cjs');
const { exists } = require('./named');

exports.run = async (path) => {
  readFileSync(path);
//^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  load(path);
//^^^^ blocking-call node:fs.readFileSync
  lib.zlib.inflateSync(path);
//^^^^^^^^^^^^^^^^^^^^ blocking-call node:zlib.inflateSync
  disk.statSync(path);
//^^^^^^^^^^^^^ blocking-call node:fs.statSync
  exists(path);
//^^^^^^ blocking-call node:fs.existsSync
  lib.own(path);
  await lib.promises.readFile(path);
};

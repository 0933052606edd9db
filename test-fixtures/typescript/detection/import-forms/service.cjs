'use strict';
const fs = require('fs');
const { readFileSync, existsSync: has, promises } = require('node:fs');
const run = require('child_process').execSync;
const fsp = require('fs/promises');
let late;
var zlib;

module.exports.load = async function (path) {
  if (has(path)) return readFileSync(path);
  //  ^^^ blocking-call node:fs.existsSync hint
  //                    ^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
  run('make');
//^^^ blocking-call node:child_process.execSync warning
  late = require('fs');
  late.renameSync(path, 'old');
//^^^^^^^^^^^^^^^ blocking-call node:fs.renameSync hint
  zlib = require('zlib');
  zlib.gunzipSync(path);
//^^^^^^^^^^^^^^^ blocking-call node:zlib.gunzipSync warning
  await promises.readFile(path);
  await fsp.stat(path);
  return require('fs').readdirSync(path);
  //                   ^^^^^^^^^^^ blocking-call node:fs.readdirSync warning
};

exports.handler = async (event) => ({ body: fs.readFileSync(event.path) });
//                                          ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning

if (require.main === module) fs.readFileSync('main');

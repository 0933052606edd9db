const sqlite = require('better-sqlite3');
const fg = require('fast-glob');
const glob = require('glob');
const mkdirp = require('mkdirp');
const rimraf = require('rimraf');
const spawn = require('cross-spawn');
const { readJsonSync } = require('fs-extra');

const db = sqlite('shop.db', { readonly: true });

exports.clean = async (path) => {
  db.pragma('wal_checkpoint');
//^^^^^^^^^ blocking-call better-sqlite3.Database#pragma
  fg.sync(path).concat(glob.sync(path));
//^^^^^^^ blocking-call fast-glob.sync
  //                   ^^^^^^^^^ blocking-call glob.sync
  mkdirp.sync(path);
//^^^^^^^^^^^ blocking-call mkdirp.sync
  rimraf.sync(path);
//^^^^^^^^^^^ blocking-call rimraf.sync
  spawn.sync('ls');
//^^^^^^^^^^ blocking-call cross-spawn.sync
  spawn('ls');
  return readJsonSync(path);
  //     ^^^^^^^^^^^^ blocking-call fs-extra.readJsonSync
};

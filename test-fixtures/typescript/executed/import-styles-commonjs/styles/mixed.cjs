const { promisify } = require('util');
const { readFile, readFileSync, promises } = require('fs');
const { pbkdf2Sync } = require('crypto');

const readLater = promisify(readFile);

exports.read = async (path) => {
  const now = readFileSync(path, 'utf8');
  const later = await readLater(path, 'utf8');
  return [now === later, typeof promises.stat, pbkdf2Sync(now, 'salt', 1, 8, 'sha1').toString('hex')];
};

'use strict';
const fs = require('fs');

exports.size = '64x64';
exports.load = (path) => JSON.parse(fs.readFileSync(path, 'utf8'));
// unblock-ignore-next-line
exports.save = async (path, settings) => fs.promises.writeFile(path, JSON.stringify(settings));

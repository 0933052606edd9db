const read = require('fs').readFileSync;
const run = require('child_process').execSync;

module.exports.read = async (path) => [read(path, 'utf8'), run(`cat ${path}`, { encoding: 'utf8' })];

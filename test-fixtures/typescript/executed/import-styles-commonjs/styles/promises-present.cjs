const fsp = require('fs/promises');
const { readFileSync } = require('fs');

exports.read = async (path) => readFileSync(path, 'utf8') === (await fsp.readFile(path, 'utf8'));

const fs = require('fs');

exports.read = async function (path) {
  return fs.existsSync(path) && fs.readFileSync(path, 'utf8');
};

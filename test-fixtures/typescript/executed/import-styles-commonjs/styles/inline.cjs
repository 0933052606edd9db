exports.read = async (path) => {
  return require('fs').readFileSync(path, 'utf8');
};

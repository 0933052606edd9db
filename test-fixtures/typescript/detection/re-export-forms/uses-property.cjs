const { isThere } = require('./property.cjs');
exports.run = async (path) => isThere(path);
//                            ^^^^^^^ blocking-call node:fs.existsSync

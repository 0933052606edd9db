const { list } = require('./literal.cjs');
exports.run = async (path) => list(path);
//                            ^^^^ blocking-call node:fs.readdirSync

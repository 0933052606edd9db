const start = require('./both.cjs');
exports.run = async (path) => start(path);
//                            ^^^^^ blocking-call node:child_process.execFileSync

const whole = require('./whole.cjs');
exports.run = async (path) => whole.accessSync(path);
//                            ^^^^^^^^^^^^^^^^ blocking-call node:fs.accessSync

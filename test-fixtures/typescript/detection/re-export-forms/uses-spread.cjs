const disk = require('./spread.cjs');
exports.run = async (path) => disk.unlinkSync(path);
//                            ^^^^^^^^^^^^^^^ blocking-call node:fs.unlinkSync

const { unpack } = require('./module-property.cjs');
exports.run = async (path) => unpack(path);
//                            ^^^^^^ blocking-call node:zlib.gunzipSync

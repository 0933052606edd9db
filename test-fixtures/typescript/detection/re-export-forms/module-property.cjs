module.exports.unpack = require('zlib').gunzipSync;

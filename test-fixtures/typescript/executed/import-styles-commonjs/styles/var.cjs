var zlib = require('zlib'),
    fs = require('fs'),
    path = require('path')

module.exports.read = async function read(file) {
  var packed = zlib.gzipSync(fs.readFileSync(path.resolve(file)))
  return String(zlib.gunzipSync(packed))
}

const fs = require('fs');
exports.exists = fs.existsSync;
module.exports.gone = fs.unlinkSync;

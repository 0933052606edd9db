const fs = require('fs');
exports.isThere = fs.existsSync;

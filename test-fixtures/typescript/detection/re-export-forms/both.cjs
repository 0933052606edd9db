exports = module.exports = require('child_process').execFileSync;

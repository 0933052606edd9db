const { readdirSync } = require('fs');
module.exports = { list: readdirSync, own() {} };

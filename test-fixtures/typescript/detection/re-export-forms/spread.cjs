module.exports = { ...require('fs'), own: true };

const { atTop } = require("./read.mjs");
module.exports = atTop();

'use strict';

module.exports = require('graceful-fs');

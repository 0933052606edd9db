import fs = require('node:fs');
export import read = fs.readFileSync;

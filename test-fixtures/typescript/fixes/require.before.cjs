'use strict';

const { readFileSync } = require('fs');
const run = require('child_process').execSync;

exports.load = async () => readFileSync('a.txt', 'utf8') + run('cat b.txt', { encoding: 'utf8' });

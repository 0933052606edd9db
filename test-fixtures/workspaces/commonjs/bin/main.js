#!/usr/bin/env node
'use strict';
const { thumbnail } = require('../lib');
const { readdirSync } = require('fs');

async function main(folder) {
  for (const image of readdirSync(folder)) console.log(await thumbnail(image));
}

main(process.argv[2]);

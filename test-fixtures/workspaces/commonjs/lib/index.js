'use strict';
const { execFileSync, spawnSync } = require('child_process');
const fs = require('./files');
const settings = require('./settings');

exports.thumbnail = async function thumbnail(image) {
  const target = image.replace(/\.\w+$/, '.small.png');
  if (fs.existsSync(target)) return target;
  execFileSync('convert', [image, '-resize', settings.size, target]);
  if (spawnSync('optipng', [target]).status !== 0) fs.unlinkSync(target);
  return target;
};

exports.sweep = async (images) => {
  for (const image of images) {
    if (fs.statSync(image).size === 0) fs.unlinkSync(image); // unblock-ignore-line -- at night only
  }
};

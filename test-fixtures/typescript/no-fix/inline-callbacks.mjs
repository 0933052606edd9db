// Callbacks that run inline, and that no form with an await can take the place of.
import fs from 'node:fs';
import _ from 'lodash';
import { gzipSync } from 'node:zlib';

let total = 0;

export async function callbacks(files, isWanted) {
  files.filter(function (file) {
    return this.all || fs.existsSync(file);
    //                 ^^^^^^^^^^^^^ no-fix: `this`
  });
  files.map(function read(file) {
    return fs.readFileSync(file);
    //     ^^^^^^^^^^^^^^^ no-fix: a name of its own
  });
  files.map(function () {
    return fs.readFileSync(arguments[0]);
    //     ^^^^^^^^^^^^^^^ no-fix: `arguments`
  });
  files.map((file) => fs.readFileSync(file), this);
  //                  ^^^^^^^^^^^^^^^ no-fix: more than the callback
  files.forEach((file) => {
    if (fs.existsSync(file)) files.push(`${file}~`);
    //  ^^^^^^^^^^^^^ no-fix: changed inside
  });
  files.forEach((file, index) => {
    if (fs.existsSync(file)) files[index + 1] = file;
    //  ^^^^^^^^^^^^^ no-fix: changed inside
  });
  files.map((file, index, all) => all.splice(0, fs.statSync(file).size));
  //                                            ^^^^^^^^^^^ no-fix: changed inside
  new Array(3).map((file) => fs.readFileSync(file));
  //                         ^^^^^^^^^^^^^^^ no-fix: never set
  _(files).map((file) => fs.readFileSync(file));
  //                     ^^^^^^^^^^^^^^^ no-fix: can't await
  files.reduceRight((sum, file) => sum + fs.statSync(file).size, 0);
  //                                     ^^^^^^^^^^^ no-fix: can't await
  files.forEach((file) => {
    total += fs.statSync(file).size;
    //       ^^^^^^^^^^^ no-fix: would lose updates
  });
  return files?.filter((file) => fs.existsSync(file));
  //                             ^^^^^^^^^^^^^ no-fix: optional chain
}

export async function expressions(files, isWanted) {
  const list = (isWanted && files.reduce((sum, file) => sum + fs.statSync(file).size, 0)) || [];
  //                                                          ^^^^^^^^^^^ no-fix: no place for a loop
  const chosen = isWanted ? list.sizes.filter((file) => fs.existsSync(file)) : [];
  //                                                    ^^^^^^^^^^^^^ no-fix: no place for a loop
  const packed = isWanted ? files.map((file) => gzipSync(file)) : [];
  //                                            ^^^^^^^^ no-fix: all elements at the same time
  while (files.reduce((sum, file) => sum + fs.statSync(file).size)) files.pop();
  //                                       ^^^^^^^^^^^ no-fix: no place for a loop
  const sum = files.reduce((sum, file) => sum + fs.statSync(file).size);
  //                                            ^^^^^^^^^^^ no-fix: no value to start with
  return { chosen, packed, sum };
}

export class Places {
  async read(files, texts = files.map((file) => fs.readFileSync(file))) {
    //                                          ^^^^^^^^^^^^^^^ no-fix: default parameter
    return new Proxy(texts, { get: () => files.find((file) => fs.existsSync(file)) });
  }
}

export async function inPromise(files) {
  return new Promise((resolve) => {
    resolve(files.map((file) => fs.readFileSync(file)));
    //                          ^^^^^^^^^^^^^^^ no-fix: promise executor
  });
}

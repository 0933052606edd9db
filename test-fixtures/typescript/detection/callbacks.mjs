// A photo importer: callbacks that run at once belong to their caller, others run some other time.
import fs from 'node:fs';
import _ from 'lodash';
import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function importPhotos(photos, emitter) {
  photos.map((photo) => fs.readFileSync(photo));
  //                    ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
  photos.map(fs.readFileSync);
  //         ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
  photos.filter((photo) => fs.existsSync(photo)).forEach((photo) => fs.unlinkSync(photo));
  //                       ^^^^^^^^^^^^^ blocking-call node:fs.existsSync warning
  //                                                                ^^^^^^^^^^^^^ blocking-call node:fs.unlinkSync warning
  photos.sort((a, b) => fs.statSync(a).size - fs.statSync(b).size);
  //                    ^^^^^^^^^^^ blocking-call node:fs.statSync warning
  //                                          ^^^^^^^^^^^ blocking-call node:fs.statSync warning
  [...photos].reduce((sum, photo) => sum + fs.statSync(photo).size, 0);
  //                                       ^^^^^^^^^^^ blocking-call node:fs.statSync warning
  'a b'.replace(/\w/g, (name) => fs.readFileSync(name, 'utf8'));
  //                             ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  Array.from(photos, (photo) => fs.readFileSync(photo));
  //                            ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  _.map(photos, (photo) => fs.readFileSync(photo));
  //                       ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  JSON.parse('{}', (key, value) => (key === 'file' ? fs.readFileSync(value) : value));
  //                                                 ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  await new Promise((resolve) => resolve(fs.readFileSync(photos[0])));
  //                                     ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  (() => fs.readFileSync(photos[0]))();
  //     ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  (function () {
    fs.readFileSync(photos[0]);
//  ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  })();
  (function () {
    fs.readFileSync(photos[0]);
//  ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  }).call(photos);
  await Promise.all(photos.map(async (photo) => fs.readFileSync(photo)));
  //                                            ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  photos.map((photo) => photo.tags.some((tag) => fs.existsSync(tag)));
  //                                             ^^^^^^^^^^^^^ blocking-call node:fs.existsSync warning
  photos.find((photo) => () => fs.existsSync(photo));

  process.on('exit', () => fs.writeFileSync('log', ''));
  process.once('SIGINT', () => fs.rmSync('lock'));
  emitter.on('data', () => fs.writeFileSync('log', ''));
  new EventEmitter().on('data', () => fs.writeFileSync('log', ''));
  setTimeout(() => fs.readFileSync('x'), 1);
  Promise.resolve().then(() => fs.readFileSync('x'));
  queueMicrotask(() => fs.readFileSync('x'));
  new Worker('./resize.mjs', { workerData: fs.readFileSync('sizes') });
  //                                       ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  new Proxy({}, { get: () => fs.readFileSync('x') });
  photos.own((photo) => fs.readFileSync(photo));
  return { toJSON: () => fs.readFileSync('x'), [Symbol.iterator]: function* () { yield fs.readFileSync('x'); } };
}

export function importOne(photos) {
  photos.map((photo) => fs.readFileSync(photo));
  new Promise((resolve) => resolve(fs.readFileSync(photos[0])));
  photos.map(async (photo) => fs.readFileSync(photo));
  //                          ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
}

await Promise.all([1].map(() => fs.readFileSync('x')));

import fs from 'node:fs';
import { isMainThread, parentPort } from 'node:worker_threads';

export const load = async (path) => fs.readFileSync(path);
//                                  ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
if (!isMainThread) parentPort.postMessage('ready');

import fs from 'node:fs';
import { parentPort } from 'node:worker_threads';

parentPort.on('message', async (path) => parentPort.postMessage(fs.readFileSync(path)));

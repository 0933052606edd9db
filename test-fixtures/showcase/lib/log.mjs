import { appendFileSync } from './files.mjs';

const logFile = new URL('../requests.log', import.meta.url);

export async function logRequest(method, path) {
  appendFileSync(logFile, `${method} ${path}\n`);
}

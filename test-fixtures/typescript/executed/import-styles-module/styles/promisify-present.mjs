import { promisify as toPromise } from 'node:util';
import { exec, execSync } from 'node:child_process';
import { gzipSync, gunzipSync } from 'node:zlib';

const run = toPromise(exec);
const promisify = 'taken';

export async function read(path) {
  const { stdout } = await run(`cat ${path}`);
  return [stdout, execSync(`cat ${path}`).toString(), gunzipSync(gzipSync(stdout)).toString(), promisify];
}

// apply: all
import { exec, execFile } from 'node:child_process';
import { promisify } from 'node:util';

export async function version() {
  const tag = (await promisify(exec)('git describe', { encoding: 'utf8' })).stdout.trim();
  const commit = (await promisify(execFile)('git', ['rev-parse', 'HEAD'], { encoding: 'buffer' })).stdout;
  return [tag, commit.toString(), (await promisify(exec)('git status', { encoding: 'buffer', cwd: '..' })).stdout.length];
}

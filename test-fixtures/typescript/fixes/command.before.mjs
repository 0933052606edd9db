// apply: all
import { execFileSync, execSync } from 'node:child_process';

export async function version() {
  const tag = execSync('git describe', { encoding: 'utf8' }).trim();
  const commit = execFileSync('git', ['rev-parse', 'HEAD']);
  return [tag, commit.toString(), execSync('git status', { cwd: '..' }).length];
}

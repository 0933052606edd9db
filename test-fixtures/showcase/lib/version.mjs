import { execSync } from 'node:child_process';

/** The commit that is running. */
export async function version() {
  try {
    return execSync('git rev-parse --short HEAD', { encoding: 'utf8' }).trim();
  } catch {
    return 'unreleased';
  }
}

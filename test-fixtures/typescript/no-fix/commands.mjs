// Commands whose asynchronous form would behave in another way.
import { execFileSync, execSync, spawnSync } from 'node:child_process';
import * as child from 'node:child_process';

const silent = { stdio: 'ignore' };

export async function build(options) {
  execSync('make', { stdio: 'inherit' });
//^^^^^^^^ no-fix: stdio
  execSync('make', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
//^^^^^^^^ no-fix: stdio
  execSync('cat', { input: 'text' });
//^^^^^^^^ no-fix: input
  child.execFileSync('cat', [], { 'input': 'text' });
//^^^^^^^^^^^^^^^^^^ no-fix: input
  execSync('make', options);
//^^^^^^^^ no-fix: options
  execSync('make', silent);
//^^^^^^^^ no-fix: options
  execSync('make', { ...options });
//^^^^^^^^ no-fix: options
  execFileSync('make', options.arguments, options);
//^^^^^^^^^^^^ no-fix: options
  execFileSync('make', options);
//^^^^^^^^^^^^ no-fix: options
  execSync(...options);
//^^^^^^^^ no-fix: arguments
  spawnSync('make');
//^^^^^^^^^ no-fix: spawn
}

export async function careful() {
  try {
    return execSync('make');
    //     ^^^^^^^^ no-fix: status
  } catch (error) {
    return error.status;
  }
}

export async function destructured() {
  try {
    execFileSync('make');
//  ^^^^^^^^^^^^ no-fix: status
    if (Math.random() > 0.5) execSync('make');
    //                       ^^^^^^^^ no-fix: status
  } catch ({ status, stderr }) {
    return [status, stderr];
  }
}

export async function output() {
  try {
    execFileSync('make', { encoding: 'utf8' });
//  ^^^^^^^^^^^^ no-fix: catch
  } catch (error) {
    if (error.code === 'ENOENT') return 'no make';
    throw error.output;
  }
}

// A release script that asks other programs: results as Buffers and strings, with every harmless option.
// rewrites: 14
import { execFileSync, execSync } from 'node:child_process';
import * as child from 'node:child_process';
import process from 'node:process';

const node = process.execPath;

async function outputs() {
  const buffer = execSync('echo one');
  console.log(Buffer.isBuffer(buffer), buffer);
  console.log(execSync('echo two', { encoding: 'utf8' }));
  console.log(execSync('echo three', { encoding: 'buffer' }));
  console.log(child.execSync('echo four').toString().trim());
  console.log(execSync('echo five', { encoding: 'utf-8' }).split('\n'));
  console.log(execSync('echo six', { encoding: 'hex' }));
}

async function files() {
  const buffer = execFileSync(node, ['-p', '1 + 1']);
  console.log(Buffer.isBuffer(buffer), buffer.toString('utf8'));
  console.log(execFileSync(node, ['-p', '"ünï"'], { encoding: 'utf8' }).trimEnd());
  console.log(execFileSync('pwd').length > 1, child.execFileSync('pwd', { encoding: 'utf8' }).endsWith('\n'));
}

async function places() {
  console.log(execSync('pwd', { cwd: '/' }).toString());
  const env = { ...process.env, GREETING: 'hello' };
  console.log(execSync('echo $GREETING', { env, encoding: 'utf8', maxBuffer: 1024 }).toUpperCase());
  console.log(execFileSync(node, ['-p', 'process.env.GREETING'], { env, cwd: '/', windowsHide: true }).toString());
  return execSync('printf done', { shell: '/bin/sh', timeout: 10_000 });
}

await outputs();
await files();
console.log(String(await places()));

// What a command that fails throws: its message and what it had printed, for those who look.
// rewrites: 6
// Where the child wrote nothing to standard error, the asynchronous form's message still ends in a line break: it is trimmed.
// stderr differs: the synchronous form repeats the child's standard error, the asynchronous one only keeps it
import childProcess from 'child_process';

async function attempt(name, work) {
  try {
    console.log(name, 'gave', await work());
  } catch (error) {
    console.log(name, error instanceof Error, error.message.trim(), String(error.stdout), String(error.stderr), error.signal);
  }
}

async function inside() {
  try {
    return childProcess.execSync('echo out; echo err >&2; exit 3');
  } catch (error) {
    return error.message;
  } finally {
    console.log('after the command');
  }
}

await attempt('exit', async () => childProcess.execSync('echo out; echo err >&2; exit 3'));
await attempt('text', async () => childProcess.execSync('echo out; exit 1', { encoding: 'utf8' }));
await attempt('file', async () => childProcess.execFileSync(process.execPath, ['-e', 'process.exit(2)'], { encoding: 'utf8' }));
await attempt('killed', async () => childProcess.execSync('kill -9 $$'));
await attempt('noise', async () => childProcess.execSync('echo warning >&2; echo fine').toString());
console.log(await inside());

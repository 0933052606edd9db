// A store that answers with defaults when files are missing or broken: every error is caught where it was caught.
// rewrites: 18
// stderr differs: the stack of the error that nobody catches
import fs from 'node:fs';
import { gunzipSync } from 'node:zlib';

const describe = (error) => `${error.name} ${error.code} ${error.message}`;

async function returned(path) {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    return describe(error);
  } finally {
    console.log('finished', path);
  }
}

async function arrowInTry(path) {
  try {
    const load = async () => fs.readFileSync(path);
    return await load();
  } catch (error) {
    return describe(error);
  }
}

async function inFinally(path) {
  try {
    throw new Error('first');
  } catch {
    return 'from the catch clause';
  } finally {
    fs.writeFileSync(path, 'written in finally');
  }
}

async function overridden(path) {
  try {
    fs.readFileSync('missing');
  } catch {
    return fs.readFileSync(path, 'utf8');
  }
}

async function conditional(path) {
  try {
    return fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : fs.readdirSync(path);
  } catch (error) {
    return describe(error);
  }
}

async function nestedTry() {
  try {
    try {
      return gunzipSync(fs.readFileSync('plain.txt'));
    } finally {
      console.log('inner finally');
    }
  } catch (error) {
    return describe(error);
  }
}

async function order() {
  const steps = [];
  try {
    steps.push('before');
    steps.push(fs.mkdirSync('plain.txt'));
    steps.push('never');
  } catch (error) {
    steps.push(error.syscall, error.path);
  } finally {
    steps.push(fs.existsSync('plain.txt'));
  }
  return steps;
}

const attempts = [
  () => returned('missing.txt'),
  () => arrowInTry('missing.bin'),
  () => inFinally('plain.txt'),
  () => overridden('plain.txt'),
  () => conditional('nowhere'),
  () => conditional('plain.txt'),
  nestedTry,
  order,
  async () => fs.readFileSync('.'),
  async () => fs.rmdirSync('plain.txt'),
  async () => fs.readFileSync('plain.txt', 'no such encoding'),
  async () => fs.writeFileSync('missing/file.txt', ''),
  async () => fs.readFileSync({ not: 'a path' }),
];
for (const attempt of attempts) console.log(await attempt().catch(describe));
await (async () => fs.readFileSync('last'))();

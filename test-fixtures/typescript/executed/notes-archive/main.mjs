// An archive of notes in a folder: every way to read, write, copy and remove a file.
// rewrites: 43
import fs from 'node:fs';
import path from 'node:path';

const root = 'archive';

async function writeNotes() {
  console.log('mkdir', relative(fs.mkdirSync(path.join(root, 'notes/2024'), { recursive: true })));
  console.log('mkdir again', fs.mkdirSync(path.join(root, 'notes/2024'), { recursive: true }));
  console.log('mkdir plain', fs.mkdirSync(path.join(root, 'empty')));
  console.log('write', fs.writeFileSync(path.join(root, 'notes/first.txt'), 'first\n'));
  fs.writeFileSync(path.join(root, 'notes/second.txt'), Buffer.from('grüße\n', 'utf8'), { mode: 0o600 });
  fs.writeFileSync(path.join(root, 'notes/latin.txt'), 'grüße', 'latin1');
  fs.writeFileSync(path.join(root, 'notes/first.txt'), 'second line\n', { flag: 'a' });
  fs.writeFileSync(path.join(root, 'notes/2024/bytes.bin'), new Uint8Array([0, 1, 2, 255]));
  console.log('append', fs.appendFileSync(path.join(root, 'notes/first.txt'), 'third line\n'));
  fs.appendFileSync(new URL(`file://${path.resolve(root, 'notes/first.txt')}`), 'fourth line\n', { encoding: 'utf8' });
}

async function readNotes() {
  console.log(fs.readFileSync(path.join(root, 'notes/first.txt'), 'utf8'));
  console.log(fs.readFileSync(path.join(root, 'notes/second.txt'), { encoding: 'utf8', flag: 'r' }));
  console.log(fs.readFileSync(path.join(root, 'notes/latin.txt')));
  console.log(fs.readFileSync(path.join(root, 'notes/latin.txt'), { encoding: 'latin1' }));
  console.log(fs.readFileSync(path.join(root, 'notes/2024/bytes.bin'), 'base64'));
  console.log(fs.readFileSync(path.join(root, 'notes/2024/bytes.bin'), { encoding: null }).toString('hex'));
  console.log(fs.readFileSync(Buffer.from(path.join(root, 'notes/first.txt'))).length);
  const encoding = 'hex';
  console.log(fs.readFileSync(path.join(root, 'notes/2024/bytes.bin'), encoding));
}

async function copyNotes() {
  console.log('copy', fs.copyFileSync(path.join(root, 'notes/first.txt'), path.join(root, 'empty/first.txt')));
  try {
    fs.copyFileSync(path.join(root, 'notes/first.txt'), path.join(root, 'empty/first.txt'), fs.constants.COPYFILE_EXCL);
  } catch (error) {
    console.log(error.code, error.syscall, error.message);
  }
  fs.cpSync(path.join(root, 'notes'), path.join(root, 'copy'), { recursive: true });
  fs.cpSync(path.join(root, 'notes'), path.join(root, 'texts'), {
    recursive: true,
    filter: (source) => !source.endsWith('.bin'),
  });
  console.log('rename', fs.renameSync(path.join(root, 'copy/first.txt'), path.join(root, 'copy/renamed.txt')));
}

async function listNotes() {
  console.log(fs.readdirSync(root).sort());
  console.log(fs.readdirSync(root, { recursive: true }).sort());
  console.log(fs.readdirSync(root, 'buffer').length);
  const entries = fs.readdirSync(path.join(root, 'notes'), { withFileTypes: true });
  console.log(entries.map((entry) => [entry.name, entry.isDirectory(), entry.isFile()]).sort());
  for (const name of fs.readdirSync(path.join(root, 'texts')).sort()) {
    console.log(name, fs.statSync(path.join(root, 'texts', name)).isFile());
  }
}

async function presence() {
  console.log(fs.existsSync(root), fs.existsSync('nowhere'), fs.existsSync(undefined), fs.existsSync(''));
  console.log('access', fs.accessSync(root), fs.accessSync(root, fs.constants.R_OK | fs.constants.W_OK));
  try {
    fs.accessSync('nowhere', fs.constants.F_OK);
  } catch (error) {
    console.log(error.code, error.message);
  }
}

async function removeNotes() {
  console.log('unlink', fs.unlinkSync(path.join(root, 'empty/first.txt')));
  console.log('rmdir', fs.rmdirSync(path.join(root, 'empty')));
  console.log('rm', fs.rmSync(path.join(root, 'copy/renamed.txt')), fs.rmSync('nowhere', { force: true }));
  fs.rmSync(root, { recursive: true });
  const temporary = fs.mkdtempSync('draft-');
  console.log(temporary.length, fs.rmdirSync(temporary));
}

function relative(file) {
  return path.relative('.', file);
}

await writeNotes();
await readNotes();
await copyNotes();
await listNotes();
await presence();
await removeNotes();

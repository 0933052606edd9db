// What the file system knows about files beside their contents: sizes, times, modes, links.
// rewrites: 36
import * as fs from 'node:fs';

const when = new Date('2020-02-03T04:05:06Z');

async function times() {
  fs.writeFileSync('a.txt', '0123456789');
  console.log('utimes', fs.utimesSync('a.txt', when, when), fs.statSync('a.txt').mtime.toISOString());
  console.log(fs.statSync('a.txt', { bigint: true }).mtimeMs, fs.lstatSync('a.txt', { bigint: false }).size);
  fs.symlinkSync('a.txt', 'times.link');
  fs.lutimesSync('times.link', 1, 2);
  console.log(fs.lstatSync('times.link').mtimeMs, fs.statSync('times.link').mtimeMs);
}

async function modes() {
  console.log('chmod', fs.chmodSync('a.txt', 0o640), (fs.statSync('a.txt').mode & 0o777).toString(8));
  const { uid, gid } = fs.statSync('a.txt');
  console.log('chown', fs.chownSync('a.txt', uid, gid), fs.lchownSync('times.link', uid, gid));
  console.log('truncate', fs.truncateSync('a.txt', 4), fs.statSync('a.txt').size, fs.readFileSync('a.txt', 'utf8'));
}

async function links() {
  console.log('symlink', fs.symlinkSync('a.txt', 'soft'), fs.readlinkSync('soft'), fs.readlinkSync('soft', 'buffer'));
  console.log('link', fs.linkSync('a.txt', 'hard'), fs.statSync('hard').nlink, fs.lstatSync('soft').isSymbolicLink());
  const here = fs.realpathSync('.');
  console.log(fs.realpathSync('soft').slice(here.length), fs.realpathSync.native('soft').slice(here.length));
}

async function folders() {
  fs.mkdirSync('folder');
  fs.writeFileSync('folder/only.txt', '');
  const folder = fs.opendirSync('folder');
  console.log(folder.readSync().name, folder.readSync(), folder.closeSync());
  console.log(fs.opendirSync('folder').closeSync());
  console.log(typeof fs.statfsSync('.').bsize, typeof fs.statfsSync('.', { bigint: true }).bsize);
}

await times();
await modes();
await links();
await folders();

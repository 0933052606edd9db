// A record file that is read and written through descriptors, which fs.promises does not take.
// rewrites: 27
import fs from 'node:fs';

async function write(file) {
  const fd = fs.openSync(file, 'w+', 0o600);
  console.log(typeof fd);
  console.log(fs.writeSync(fd, 'header\n'), fs.writeSync(fd, Buffer.from('body'), 0, 2), fs.writeSync(fd, 'Z', 0));
  console.log(fs.writevSync(fd, [Buffer.from('ab'), Buffer.from('cde')]));
  fs.writeFileSync(fd, 'whole');
  fs.appendFileSync(fd, 'more');
  console.log(fs.fsyncSync(fd), fs.fdatasyncSync(fd), fs.fstatSync(fd).size, fs.fstatSync(fd, { bigint: true }).size);
  console.log(fs.fchmodSync(fd, 0o640), (fs.fstatSync(fd).mode & 0o777).toString(8));
  console.log(fs.futimesSync(fd, 10, 20), fs.fstatSync(fd).mtimeMs);
  console.log(fs.closeSync(fd));
}

async function read(file) {
  const fd = fs.openSync(file);
  const head = Buffer.alloc(6);
  const [one, two] = [Buffer.alloc(2), Buffer.alloc(3)];
  const count = fs.readSync(fd, head, 0, 6, 0);
  console.log(count + fs.readSync(fd, head, { length: 1, position: 6 }), head.toString());
  console.log(fs.readvSync(fd, [one, two], 7), one.toString(), two.toString());
  console.log(fs.readFileSync(fd, 'utf8'), fs.readFileSync(fd).length);
  fs.closeSync(fd);
}

async function shorten(file) {
  const fd = fs.openSync(file, 'r+');
  console.log(fs.ftruncateSync(fd, 3), fs.readFileSync(fd, { encoding: 'utf8' }));
  fs.closeSync(fd);
}

await write('records');
await read('records');
await shorten('records');

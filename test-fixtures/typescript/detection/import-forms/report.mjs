// A report writer that knows node:fs under many names.
import fs, { readFileSync, writeFileSync as save, promises as fsp } from 'node:fs';
import * as disk from 'fs';
import { default as files } from 'node:fs';
import zlib from 'zlib';
import { readFile } from 'node:fs/promises';

const atStart = readFileSync('report.html', 'utf8');

export async function report(path) {
  const template = fs.readFileSync(path, 'utf8');
  //               ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
  const style = readFileSync('style.css');
  //            ^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
  save('report.txt', template);
//^^^^ blocking-call node:fs.writeFileSync warning
  const folder = disk.statSync('out');
  //             ^^^^^^^^^^^^^ blocking-call node:fs.statSync hint
  files.mkdirSync('out');
//^^^^^^^^^^^^^^^ blocking-call node:fs.mkdirSync hint
  const packed = zlib.gzipSync(template);
  //             ^^^^^^^^^^^^^ blocking-call node:zlib.gzipSync warning
  await fsp.writeFile('report.gz', packed);
  await fs.promises.readFile(path);
  await readFile(path);
  fs.readFile(path, () => {});
  return [atStart, style, folder];
}

export async function lazily(path) {
  const { readFileSync: later, existsSync } = await import('node:fs');
  const whole = await import('fs');
  if (existsSync(path)) later(path);
  //  ^^^^^^^^^^ blocking-call node:fs.existsSync hint
  //                    ^^^^^ blocking-call node:fs.readFileSync warning
  whole.default.unlinkSync(path);
//^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call node:fs.unlinkSync hint
  (await import('node:child_process')).execSync('sync');
  //                                   ^^^^^^^^ blocking-call node:child_process.execSync warning
  return process.getBuiltinModule('zlib').inflateSync(path);
  //                                      ^^^^^^^^^^^ blocking-call node:zlib.inflateSync warning
}

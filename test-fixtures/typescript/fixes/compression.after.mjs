import zlib from 'node:zlib';
import { promisify } from 'util';
import fs from 'fs';

export async function pack() {
  const packed = await promisify(zlib.gzip)(await fs.promises.readFile('page.html'), { level: 9 });
  return (await promisify(zlib.gunzip)(packed)).toString();
}

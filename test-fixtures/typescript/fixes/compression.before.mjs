import zlib, { gunzipSync } from 'node:zlib';
import { promisify } from 'util';
import fs from 'fs';

export async function pack() {
  const packed = zlib.gzipSync(fs.readFileSync('page.html'), { level: 9 });
  return gunzipSync(packed).toString();
}

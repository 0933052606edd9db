// Packs assets with every compression that Node.js has, and unpacks them again.
// rewrites: 26
import fs from 'node:fs';
import zlib, { gzipSync as squeeze, brotliCompressSync } from 'node:zlib';
import { inflateSync, deflateSync } from 'zlib';

const source = 'assets/page.html';

async function prepare() {
  fs.mkdirSync('assets');
  fs.writeFileSync(source, '<p>hello</p>\n'.repeat(500));
}

async function roundTrips() {
  const page = fs.readFileSync(source);
  const trips = [
    ['gzip', zlib.gunzipSync(squeeze(page))],
    ['gzip, level', zlib.gunzipSync(zlib.gzipSync(page, { level: 9 }))],
    ['deflate', inflateSync(deflateSync(page))],
    ['deflate, small memory', zlib.inflateSync(zlib.deflateSync(page, { memLevel: 1 }), { maxOutputLength: 1e6 })],
    ['raw', zlib.inflateRawSync(zlib.deflateRawSync(page))],
    ['brotli', zlib.brotliDecompressSync(brotliCompressSync(page))],
    ['unzip', zlib.unzipSync(zlib.gzipSync(page))],
    ['string', zlib.gunzipSync(zlib.gzipSync('text')).toString()],
  ];
  for (const [name, unpacked] of trips) console.log(name, unpacked.length, page.equals(Buffer.from(unpacked)));
  return squeeze(page).toString('base64').length;
}

async function nested() {
  fs.writeFileSync('assets/page.html.gz', squeeze(fs.readFileSync(source)));
  return zlib.gunzipSync(fs.readFileSync('assets/page.html.gz')).toString().split('\n').length;
}

async function broken() {
  try {
    return zlib.gunzipSync(Buffer.from('not packed'));
  } catch (error) {
    return [error.code, error.errno, error.message];
  }
}

await prepare();
console.log(await roundTrips());
console.log(await nested());
console.log(await broken());

// apply: safe
// What runs per element at once today would run interleaved: nothing of that is done without being asked for.
import fs from 'node:fs';
import { gzipSync } from 'node:zlib';

export async function archive(files) {
  const folder = fs.mkdtempSync('archive-');
  files.forEach(async (file) => {
    fs.copyFileSync(file, `${folder}/${file}`);
  });
  const sizes = [];
  await Promise.all(
    files.map(async (file) => {
      sizes.push(fs.statSync(file).size);
    }),
  );
  await Promise.all(files.map(async (file) => fs.appendFileSync(`${folder}/list`, `${file}\n`)));
  const packed = await Promise.all(files.map(async (file) => gzipSync(file)));
  return { packed, sizes, list: fs.readFileSync(`${folder}/list`, 'utf8') };
}

export async function read(path) {
  const fs = await import('node:fs');
  const { readFileSync } = await import('node:fs');
  return [
    fs.readFileSync(path, 'utf8'),
    fs.default.statSync(path).size,
    (await import('node:fs')).readFileSync(path, 'latin1'),
    readFileSync(path, 'utf8'),
  ];
}

export async function read(path) {
  return process.getBuiltinModule('node:fs').readFileSync(path, 'utf8').trim();
}

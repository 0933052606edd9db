export async function copy(path) {
  const text = Deno.readTextFileSync(path);
  const file = Deno.openSync(path);
  file.writeSync(new TextEncoder().encode(text));
  return Bun.password.hashSync(text) + process.getBuiltinModule('fs').readFileSync('a.txt', 'utf8');
}

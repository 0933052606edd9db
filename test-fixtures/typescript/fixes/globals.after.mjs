export async function copy(path) {
  const text = await Deno.readTextFile(path);
  const file = await Deno.open(path);
  await file.write(new TextEncoder().encode(text));
  return await Bun.password.hash(text) + await process.getBuiltinModule('fs').promises.readFile('a.txt', 'utf8');
}

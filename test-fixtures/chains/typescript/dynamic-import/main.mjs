export async function handler(path) {
  const { load } = await import("./disk.mjs");
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.mjs)
  const disk = await import("./disk.mjs");
  disk.load(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.mjs)
  (await import("./disk.mjs")).default(path);
  //                           ^^^^^^^ blocking-chain node:fs.rmSync via fs.rmSync (disk.mjs)
  await disk.later(path);
  const other = await import(`./${path}.mjs`);
  other.load(path);
  // Runs when the promise is settled.
  return import("./disk.mjs").then((loaded) => loaded.load(path));
}

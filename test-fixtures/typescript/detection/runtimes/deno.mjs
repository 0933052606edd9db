// Globals of other runtimes and of browsers.
export async function load(path) {
  Deno.readTextFileSync(path);
//^^^^^^^^^^^^^^^^^^^^^ blocking-call Deno.readTextFileSync warning
  new Deno.Command('ls').outputSync();
  //                     ^^^^^^^^^^ blocking-call Deno.Command#outputSync
  const file = Deno.openSync(path);
  //           ^^^^^^^^^^^^^ blocking-call Deno.openSync
  file.readSync(new Uint8Array(4));
//^^^^^^^^^^^^^ blocking-call Deno.FsFile#readSync
  globalThis.Deno.statSync(path);
//^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call Deno.statSync
  return Deno.readTextFile(path);
}

export async function shadowed(Deno) {
  Deno.readTextFileSync('x');
}

// Arguments that the asynchronous form would take in another way.
import fs from 'node:fs';
import zlib from 'node:zlib';

export async function missing(path, options) {
  fs.statSync(path, { throwIfNoEntry: false });
//^^^^^^^^^^^ no-fix: throwIfNoEntry
  fs.lstatSync(path, { throwIfNoEntry: false, bigint: true })?.size;
//^^^^^^^^^^^^ no-fix: throwIfNoEntry
  fs.statSync(path, options);
//^^^^^^^^^^^ no-fix: throwIfNoEntry
  fs.statSync(path, { ...options });
//^^^^^^^^^^^ no-fix: throwIfNoEntry
  fs.statSync(...options);
//^^^^^^^^^^^ no-fix: arguments
}

export async function withoutTwin(path) {
  const { DatabaseSync } = await import('node:sqlite');
  new DatabaseSync(path).exec('vacuum');
//^^^^^^^^^^^^^^^^ no-fix: worker
  //                     ^^^^ no-fix: worker
  process.loadEnvFile(path);
//^^^^^^^^^^^^^^^^^^^ no-fix: parseEnv
  Atomics.wait(path, 0, 0);
//^^^^^^^^^^^^ no-fix: Atomics.wait
  return zlib;
}

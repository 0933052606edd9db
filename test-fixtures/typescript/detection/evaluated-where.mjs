// Default parameters and computed keys: evaluated by whom?
import fs from 'node:fs';

export async function save(path, text = fs.readFileSync(path)) {
//                                      ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  return text;
}

export const open = async ({ path = fs.realpathSync('.'), mode } = {}, [size = fs.statSync(path).size] = []) => [mode, size];
//                                  ^^^^^^^^^^^^^^^ blocking-call node:fs.realpathSync
//                                                                             ^^^^^^^^^^^ blocking-call node:fs.statSync

export function plain(path, text = fs.readFileSync(path)) {
  return async (other = text) => other;
}

export async function nested(path) {
  const inner = (text = fs.readFileSync(path)) => text;
  const later = async (text = fs.readFileSync(path)) => text;
  //                          ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  const { size = fs.statSync(path).size } = inner;
  //             ^^^^^^^^^^^ blocking-call node:fs.statSync
  const table = {
    [fs.readFileSync(path, 'utf8')]: 1,
//   ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
    [fs.readdirSync(path)[0]]() {
//   ^^^^^^^^^^^^^^ blocking-call node:fs.readdirSync
      return fs.readFileSync(path);
    },
    async [`${fs.existsSync(path)}`](text = fs.readFileSync(path)) {
    //        ^^^^^^^^^^^^^ blocking-call node:fs.existsSync
    //                                      ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
      return text;
    },
  };
  return [inner, later, size, table];
}

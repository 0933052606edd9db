// A mail merge: where code runs decides what is reported.
import fs from 'node:fs';
import { readFileSync } from 'node:fs';

const header = readFileSync('header.txt');

function synchronous(path) {
  return fs.readFileSync(path);
}

export async function declared(path) {
  const later = () => fs.readFileSync(path);
  function also() {
    return fs.readFileSync(path);
  }
  fs.readFileSync(path);
//^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
  return [later, also, synchronous];
}

export const arrow = async (path) => fs.readFileSync(path);
//                                   ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
export const expression = async function (path) { return fs.readFileSync(path); };
//                                                       ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
export default async (path) => {
  for await (const line of fs.readFileSync(path)) console.log(line);
  //                       ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
};

export async function* generated(path) {
  yield fs.readFileSync(path);
  //    ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
}

export function* generator(path) {
  yield fs.readFileSync(path);
}

export const object = {
  async method(path) {
    return fs.readFileSync(path);
    //     ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  },
  async *items(path) {
    yield fs.readFileSync(path);
    //    ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  },
  get value() {
    return fs.readFileSync('value');
  },
  set value(path) {
    fs.writeFileSync(path, '');
  },
  synchronous(path) {
    return fs.readFileSync(path);
  },
  arrow: async (path) => fs.readFileSync(path),
  //                     ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  text: fs.readFileSync('text'),
};

export async function outer(path) {
  const inside = async () => fs.readFileSync(path);
  //                         ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  await inside();
  const mails = {
    size: fs.statSync(path).size,
    //    ^^^^^^^^^^^ blocking-call node:fs.statSync
    get body() {
      return fs.readFileSync(path);
    },
  };
  return [mails, header];
}

export const handler = (request, response) => {
  response.end(fs.readFileSync(request.url));
};

export function promised(path) {
  return Promise.resolve(fs.readFileSync(path));
}

export { read } from "./read.js";

import { inner, read } from "./read.js";

export async function main(): Promise<readonly Buffer[]> {
  return [
    read(),
    //<^^ no Make: it is public: `reader` exports it from `./dist/index.js`
    inner(),
    //<^^^ no Make: a constructor has no asynchronous form (read.ts:7)
  ];
}

import { page } from "./page.mjs";
import { read } from "./lib.mjs";

export async function main() {
  page();
  //<^^ no Make: it is exported from a file that nothing in the workspace imports (route.mjs:1)
  return read();
  //     ^^^^ no Make: it may be called in a file that isn't read (App.vue:1)
}

import { Base } from "./base";

class Quiet extends Base {
  override load(path: string) {
    return path;
  }

  async get(path: string) {
    this.load(path);
    super.load(path);
//  ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (base.ts)
    return this.shared(path);
    //     ^^^^^^^^^^^ blocking-chain node:fs.rmSync via fs.rmSync (base.ts)
  }
}

class Loud extends Base {}

export async function handler(path: string) {
  new Quiet().load(path);
  new Loud().load(path);
  //         ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (base.ts)
  Loud.create(path);
//^^^^^^^^^^^ blocking-chain node:fs.mkdirSync via fs.mkdirSync (base.ts)
  return new Loud().later(path);
}

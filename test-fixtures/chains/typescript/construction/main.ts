import { Config, Derived, Lazy, Own, Plain } from "./config";

export async function handler(path: string) {
  new Config(path);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (config.ts)
  new Derived(path);
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (config.ts)
  new Own();
//^^^^^^^ blocking-chain node:fs.readFileSync via new Config (config.ts), fs.readFileSync (config.ts)
  const lazy = new Lazy();
  //           ^^^^^^^^ blocking-chain node:fs.existsSync hint via exists (config.ts), fs.existsSync (config.ts)
  lazy.name;
  const class_ = Config;
  return [new Plain(), class_.name];
}

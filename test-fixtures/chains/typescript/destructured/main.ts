import { disk, type Disk } from "./disk";

export async function handler(given: Disk, path: string) {
  const { load, nested: { list }, quiet = () => load(path) } = disk;
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  list(path);
//^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (disk.ts)
  quiet();
  const [first] = [disk];
  const { read, ...others } = given;
  read();
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  return [others, first];
}

import Disk, { Named } from "./disk";
import { Renamed, type Disk as DiskType } from "./index";

export async function handler(typed: DiskType, path: string) {
  new Disk().load(path);
  //         ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  new Renamed().load(path);
  //            ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  new Named().load(path);
  //          ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  typed.load(path);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  Disk.count();
}

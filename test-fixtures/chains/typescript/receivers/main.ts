import type { Disk, Memory, Options, Reader } from "./disk";

export async function handler(
  maybe: Disk | undefined,
  { disk, path }: Options,
  options: Options,
  frozen: Readonly<Disk>,
  memory: Memory,
  either: Disk | Memory,
  reader: Reader,
  given: unknown,
) {
  maybe?.read(path);
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  maybe!.read(path);
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  disk.read(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  options.disk.read(path);
//^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  (given as Disk).read(path);
//^^^^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  frozen.read(path);
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  memory.read(path);
  either.read(path);
  reader.read(path);
  generic(maybe!, memory);
}

async function generic<T extends Disk, U>(disk: T, other: U & { read(path: string): string }) {
  disk.read("a");
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  other.read("a");
}

// Typed code: annotations, assertions and overloads must still hold after the rewrite.
// rewrites: 43
import fs, { type Dirent, type PathLike, type Stats, readFileSync } from "node:fs";
import type { BinaryLike } from "node:crypto";
import { createHash, pbkdf2Sync } from "node:crypto";
import * as crypto from "node:crypto";
import { execFileSync, execSync } from "node:child_process";
import zlib from "node:zlib";

interface Settings {
  readonly name: string;
  readonly sizes?: readonly number[];
}

async function readSettings(path: PathLike): Promise<Settings> {
  const parsed = JSON.parse(fs.readFileSync(path, "utf8")) as Settings;
  const text: string = readFileSync(path, { encoding: "utf8" });
  const bytes: Buffer = fs.readFileSync(path);
  const either: string | Buffer = fs.readFileSync(path, parsed.name ? "utf8" : undefined);
  console.log(text.length, bytes.byteLength, either.length);
  return { ...parsed, sizes: [fs.statSync(path).size] } satisfies Settings;
}

async function inspect(path: string): Promise<void> {
  const stats: Stats = fs.statSync(path);
  const big: bigint = fs.statSync(path, { bigint: true }).size;
  const entries: Dirent[] = fs.readdirSync(".", { withFileTypes: true });
  const names: string[] = fs.readdirSync(".");
  const made: string | undefined = fs.mkdirSync("made/deep", { recursive: true });
  const there: boolean = fs.existsSync(path);
  const target = fs.realpathSync(path) as string;
  const size = fs.statSync(path)!.size + (<Stats>fs.statSync(path)).size - (<number>fs.statSync(path).size);
  const link: string = fs.readlinkSync((fs.symlinkSync(path, "link"), "link"));
  console.log(stats.isFile(), big, entries.length === names.length, made !== undefined, there, target.length > 0, size, link);
}

async function descriptors(path: string): Promise<number> {
  const fd: number = fs.openSync(path, "r+");
  const buffer = Buffer.alloc(4);
  const count: number = fs.readSync(fd, buffer, 0, 4, 0);
  const written: number = fs.writeSync(fd, "!") + fs.writeSync(fd, buffer, 0, 1);
  const many: number = fs.readvSync(fd, [buffer], 0) + fs.writevSync(fd, [buffer], 0);
  const stats: Stats = fs.fstatSync(fd);
  fs.fsyncSync(fd);
  fs.ftruncateSync(fd, 5);
  fs.closeSync(fd);
  return count + written + many + stats.size;
}

async function keys(password: BinaryLike): Promise<string> {
  const one: Buffer = pbkdf2Sync(password, "salt", 1, 8, "sha256");
  const two: ArrayBuffer = crypto.hkdfSync("sha256", "key", "salt", "info", 8);
  const { publicKey, privateKey } = crypto.generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem: string = crypto.generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).publicKey;
  const signature: Buffer = crypto.sign("sha256", one, privateKey);
  const valid: boolean = crypto.verify("sha256", one, publicKey, signature);
  const key: crypto.KeyObject = crypto.generateKeySync("aes", { length: 128 });
  console.log(pem.length > 10, valid, key.type, crypto.randomBytes(65536).length);
  return createHash("sha1").update(one).update(Buffer.from(two)).digest("hex");
}

async function commands(): Promise<string> {
  const buffer: Buffer = execSync("echo buffer");
  const text: string = execSync("echo text", { encoding: "utf8" });
  const file: string = execFileSync("echo", ["file"], { encoding: "utf8" }).trim();
  const bytes: Buffer = execFileSync("echo", ["bytes"]);
  return [buffer.toString().trim(), text.trim(), file, String(bytes).trim()].join();
}

const pack = async (text: string): Promise<Buffer> => zlib.gzipSync(text);
const unpack = async <T extends Buffer>(packed: T): Promise<string> => zlib.gunzipSync(packed).toString("utf8");

async function* lines(path: string): AsyncGenerator<string, number, undefined> {
  yield* fs.readFileSync(path, "utf8").split("\n");
  return fs.statSync(path).size;
}

fs.writeFileSync("settings.json", '{"name":"typed"}\n');
console.log(await readSettings("settings.json"));
await inspect("settings.json");
console.log(await keys("secret"), await commands(), await unpack(await pack("packed")));
for await (const line of lines("settings.json")) console.log(line);
console.log(await descriptors("settings.json"));

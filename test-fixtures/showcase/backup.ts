// Copies the notes: `npx tsx backup.ts [FOLDER]`.
import * as fs from "node:fs";
import path from "node:path";

interface Backup {
  readonly folder: string;
  readonly files: number;
}

export async function backUp(notes: string, folder: string): Promise<Backup> {
  fs.cpSync(notes, folder, { recursive: true });
  const copied = await fs.promises.readdir(folder);
  return { folder: path.basename(folder), files: copied.length };
}

const { folder, files } = await backUp("notes", process.argv[2] ?? "backup");
console.log(`${files} files in ${folder}`);

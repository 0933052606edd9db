/** Remembers what was asked of the disk, so that a change of a file says which answers it can change. */
import * as path from "node:path";
import { isInside, upward } from "../paths";
import type { FolderEntry } from "../types";
import type { Listings } from "./listings";
import type { ResolutionHost } from "./types";

/** What a project is read by. */
export type ProjectHost = Pick<Questions, "isFile" | "isFolder" | "readText" | "realpath" | "entries">;

/** A manifest that appears in a folder that was listed can be a new member of a workspace. */
const MANIFEST = /^(?:package\.json|pnpm-workspace\.yaml|pyproject\.toml|setup\.(?:py|cfg)|pyvenv\.cfg)$/;

/** Passes every question on, and keeps what it was about. */
export class Questions {
  private readonly files = new Set<string>();
  private readonly folders = new Set<string>();
  /** Folders that weren't there, or were empty. */
  private readonly missing = new Set<string>();

  constructor(
    private readonly host: ResolutionHost,
    private readonly listings: Listings,
  ) {}

  isFile(file: string): boolean {
    this.files.add(file);
    return this.listings.isFile(file);
  }

  readText(file: string): string | undefined {
    this.files.add(file);
    return this.listings.isFile(file) ? this.host.readText(file) : undefined;
  }

  realpath(file: string): string {
    this.files.add(file);
    return this.host.realpath(file);
  }

  isFolder(folder: string): boolean {
    const isFolder = this.listings.isFolder(folder);
    if (!isFolder) this.missing.add(folder);
    return isFolder;
  }

  entries(folder: string): readonly FolderEntry[] {
    this.folders.add(folder);
    return this.listings.entries(folder);
  }

  /** Whether an answer can be another one after `changed` (a file or folder) was created, changed or deleted. */
  concern(changed: string): boolean {
    if (this.files.has(changed) || this.folders.has(changed)) return true;
    for (const folder of upward(changed)) if (this.missing.has(folder)) return true;
    if (MANIFEST.test(path.basename(changed))) return [...this.folders].some((folder) => isInside(folder, changed));
    // What has an extension is a file, and nothing is below it.
    if (path.extname(changed) !== "") return false;
    if (this.folders.has(path.dirname(changed))) return true;
    return [...this.files, ...this.folders].some((asked) => asked.startsWith(changed + path.sep));
  }

  clear(): void {
    this.files.clear();
    this.folders.clear();
    this.missing.clear();
  }
}

/** Where a package is: installed in a node_modules above, or one of the workspace. */
import * as path from "node:path";
import type { Manifest, Manifests } from "./manifests";
import { splitSpecifier } from "./specifiers";
import type { ProjectHost } from "./questions";
import { dependencyFolder } from "./types";
import type { WorkspacePackages } from "./workspacePackages";

export interface FoundPackage {
  readonly manifest: Manifest;
  /** One of the workspace, whether linked or not. */
  readonly isOwn: boolean;
}

export class Packages {
  private readonly known = new Map<string, Map<string, FoundPackage | null>>();
  private readonly installed = new Map<string, boolean>();

  constructor(
    private readonly host: ProjectHost,
    private readonly manifests: Manifests,
    private readonly workspace: WorkspacePackages,
  ) {}

  /** The package `name` as seen from `folder`. */
  find(folder: string, name: string): FoundPackage | undefined {
    let here = this.known.get(folder);
    if (here === undefined) this.known.set(folder, (here = new Map<string, FoundPackage | null>()));
    const known = here.get(name);
    if (known !== undefined) return known ?? undefined;
    const found = this.inNodeModules(folder, name) ?? this.ofParent(folder, name);
    here.set(name, found ?? null);
    return found;
  }

  /** Files that a tsconfig means when it extends `specifier`, a package or a file of one. */
  extendedConfigs(folder: string, specifier: string): readonly string[] {
    const parts = splitSpecifier(specifier);
    const found = parts === undefined ? undefined : this.find(folder, parts.name);
    if (parts === undefined || found === undefined) return [];
    const { folder: home, fields } = found.manifest;
    if (parts.subpath === ".") {
      return [typeof fields.tsconfig === "string" ? fields.tsconfig : "", "tsconfig.json"].flatMap((name) =>
        name === "" ? [] : [path.join(home, name)],
      );
    }
    const file = path.join(home, parts.subpath);
    return [...(file.endsWith(".json") ? [] : [`${file}.json`]), file, path.join(file, "tsconfig.json")];
  }

  private inNodeModules(folder: string, name: string): FoundPackage | undefined {
    if (path.basename(folder) === "node_modules" || !this.hasNodeModules(folder)) return undefined;
    const place = path.join(folder, "node_modules", name);
    if (!this.host.isFile(path.join(place, "package.json"))) return undefined;
    const manifest = this.manifests.at(this.host.realpath(place));
    return manifest && { manifest, isOwn: dependencyFolder(manifest.folder) === undefined };
  }

  /** What the folder above sees, then what the workspace has that starts in this folder. */
  private ofParent(folder: string, name: string): FoundPackage | undefined {
    const parent = path.dirname(folder);
    const found = parent === folder ? undefined : this.find(parent, name);
    if (found !== undefined) return found;
    const manifest = this.workspace.at(folder, name);
    return manifest && { manifest, isOwn: true };
  }

  private hasNodeModules(folder: string): boolean {
    let known = this.installed.get(folder);
    if (known === undefined) {
      known = this.host.isFolder(path.join(folder, "node_modules"));
      this.installed.set(folder, known);
    }
    return known;
  }
}

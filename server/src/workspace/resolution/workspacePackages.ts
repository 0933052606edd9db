/** Packages of an npm, Yarn or pnpm workspace by their names, also where nothing is installed. */
import * as path from "node:path";
import { expandFolders } from "./folders";
import { type Manifest, type Manifests, objectOf, textsOf } from "./manifests";
import type { ProjectHost } from "./questions";

export class WorkspacePackages {
  /** By the workspace's folder; null where there is no workspace. */
  private readonly known = new Map<string, ReadonlyMap<string, Manifest> | null>();

  constructor(
    private readonly host: ProjectHost,
    private readonly manifests: Manifests,
  ) {}

  /** The package `name` of the workspace whose top is `root`; `undefined` where none is, or it has no such package. */
  at(root: string, name: string): Manifest | undefined {
    return this.membersOf(root)?.get(name);
  }

  private membersOf(root: string): ReadonlyMap<string, Manifest> | undefined {
    const known = this.known.get(root);
    if (known !== undefined) return known ?? undefined;
    const globs = this.globsOf(root);
    const members = globs.length === 0 ? undefined : this.read(root, globs);
    this.known.set(root, members ?? null);
    return members;
  }

  private read(root: string, globs: readonly string[]): ReadonlyMap<string, Manifest> {
    const members = new Map<string, Manifest>();
    for (const folder of [root, ...expandFolders(this.host, root, globs)]) {
      const manifest = this.manifests.at(folder);
      if (manifest !== undefined && manifest.name !== "" && !members.has(manifest.name)) {
        members.set(manifest.name, manifest);
      }
    }
    return members;
  }

  private globsOf(root: string): readonly string[] {
    const workspaces = this.manifests.at(root)?.fields.workspaces;
    const globs = [...textsOf(workspaces), ...textsOf(objectOf(workspaces)?.packages)];
    if (globs.length > 0) return globs;
    const yaml = this.host.readText(path.join(root, "pnpm-workspace.yaml"));
    return yaml === undefined ? [] : pnpmPackages(yaml);
  }
}

/** The list `packages` of a pnpm-workspace.yaml: in practice a block list, or one in brackets. */
export function pnpmPackages(yaml: string): readonly string[] {
  const [, inline, block] =
    /^packages:[ \t]*(?:\[([^\]]*)\]|(?:#.*)?((?:\r?\n(?:[ \t]*#.*|[ \t]*-.*|[ \t]*))*))/m.exec(yaml) ?? [];
  const items =
    inline === undefined
      ? [...(block ?? "").matchAll(/^[ \t]*-[ \t]+(.*)$/gm)].map(([, item]) => item ?? "")
      : inline.split(",");
  return items.flatMap((item) => /^\s*(?:"([^"]*)"|'([^']*)'|([^\s#'"]+))/.exec(item)?.slice(1).find(Boolean) ?? []);
}

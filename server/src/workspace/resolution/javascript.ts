/** From a module specifier in JavaScript or TypeScript to the source file that it means. Pure: the disk is the host's. */
import * as path from "node:path";
import { BuiltFiles } from "./built";
import { fileCandidates, indexCandidates, sourceCandidates } from "./candidates";
import { declarationEntries, packageEntries, packageImportTargets } from "./entries";
import { type Manifest, Manifests } from "./manifests";
import { type FoundPackage, Packages } from "./packages";
import { matchPatterns } from "./pathPatterns";
import { endsInFolder, isBuiltIn, isPlace, splitSpecifier } from "./specifiers";
import { type Tsconfig, Tsconfigs } from "./tsconfigs";
import type { ProjectHost } from "./questions";
import { dependencyFolder } from "./types";
import { WorkspacePackages } from "./workspacePackages";

/** `project` is asked once for what holds for many names (manifests, configurations); `isFile` for one name alone. */
export class JavaScriptModules {
  private readonly manifests: Manifests;
  private readonly packages: Packages;
  private readonly tsconfigs: Tsconfigs;
  private readonly built: BuiltFiles;

  constructor(project: ProjectHost) {
    this.manifests = new Manifests(project);
    this.packages = new Packages(project, this.manifests, new WorkspacePackages(project, this.manifests));
    this.tsconfigs = new Tsconfigs(project, (folder, specifier) => this.packages.extendedConfigs(folder, specifier));
    this.built = new BuiltFiles(this.manifests, this.tsconfigs);
  }

  /** The configuration by which names in `file` are read; `undefined` in installed packages. */
  configOf(file: string): Tsconfig | undefined {
    return dependencyFolder(file) === undefined ? this.tsconfigs.of(file) : undefined;
  }

  /** The source file that `specifier` means in a file of `folder` under `config`. */
  resolve(
    folder: string,
    specifier: string,
    config: Tsconfig | undefined,
    isFile: (file: string) => boolean,
  ): string | undefined {
    if (isPlace(specifier)) return this.load(path.resolve(folder, specifier), isFile, endsInFolder(specifier));
    if (isBuiltIn(specifier)) return undefined;
    return (
      this.aliased(specifier, config, isFile) ??
      (specifier.startsWith("#")
        ? this.imported(folder, specifier, config, isFile)
        : this.named(folder, specifier, config, isFile))
    );
  }

  private aliased(
    specifier: string,
    config: Tsconfig | undefined,
    isFile: (file: string) => boolean,
  ): string | undefined {
    if (config === undefined) return undefined;
    for (const target of matchPatterns(config.paths, specifier)) {
      const found = this.load(target, isFile);
      if (found !== undefined) return found;
    }
    return config.baseUrl === undefined ? undefined : this.load(path.join(config.baseUrl, specifier), isFile);
  }

  private imported(
    folder: string,
    specifier: string,
    config: Tsconfig | undefined,
    isFile: (file: string) => boolean,
  ): string | undefined {
    const manifest = this.manifests.above(folder);
    if (manifest === undefined) return undefined;
    for (const target of packageImportTargets(manifest, specifier, config?.conditions ?? [])) {
      const found = target.startsWith("./")
        ? this.entry(path.join(manifest.folder, target), isFile, dependencyFolder(manifest.folder) === undefined)
        : isBuiltIn(target)
          ? undefined
          : this.named(manifest.folder, target, config, isFile);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private named(
    folder: string,
    specifier: string,
    config: Tsconfig | undefined,
    isFile: (file: string) => boolean,
  ): string | undefined {
    const parts = splitSpecifier(specifier);
    if (parts === undefined) return undefined;
    const found = this.itself(folder, parts.name) ?? this.packages.find(folder, parts.name);
    return found === undefined ? undefined : this.ofPackage(found, parts.subpath, config, isFile);
  }

  /** A package may import itself by name. */
  private itself(folder: string, name: string): FoundPackage | undefined {
    const manifest = this.manifests.above(folder);
    if (manifest?.name !== name || manifest.fields.exports === undefined) return undefined;
    return { manifest, isOwn: dependencyFolder(folder) === undefined };
  }

  private ofPackage(
    { manifest, isOwn }: FoundPackage,
    subpath: string,
    config: Tsconfig | undefined,
    isFile: (file: string) => boolean,
  ): string | undefined {
    for (const target of packageEntries(manifest, subpath, isOwn, config?.conditions ?? [])) {
      const found = this.entry(path.join(manifest.folder, target), isFile, isOwn);
      if (found !== undefined) return found;
    }
    return subpath === "." ? this.withoutEntry(manifest, isOwn, isFile) : undefined;
  }

  /** No entry leads to a file: bundles aren't named after a source, and packages that aren't built have none. */
  private withoutEntry(manifest: Manifest, isOwn: boolean, isFile: (file: string) => boolean): string | undefined {
    const { folder, fields } = manifest;
    if (!isOwn) return fields.exports === undefined ? first(indexCandidates(folder, true), isFile) : undefined;
    for (const declaration of declarationEntries(manifest)) {
      const place = path.join(folder, declaration);
      const found = first(this.built.candidates(place, true), isFile) ?? first(sourceCandidates(place), isFile);
      if (found !== undefined) return found;
    }
    return (
      first(indexCandidates(path.join(folder, "src"), false), isFile) ?? first(indexCandidates(folder, false), isFile)
    );
  }

  /** What a manifest names: of a package of the workspace the source, also where it is built. */
  private entry(target: string, isFile: (file: string) => boolean, isOwn: boolean): string | undefined {
    const source = isOwn ? first(this.built.candidates(target, false), isFile) : undefined;
    return source ?? this.load(target, isFile);
  }

  /** The file or folder `target`, or what it would be built from. */
  private load(target: string, isFile: (file: string) => boolean, isFolder = false): string | undefined {
    const isInstalled = dependencyFolder(target) !== undefined;
    const found = isFolder ? undefined : first(fileCandidates(target, isInstalled), isFile);
    if (found !== undefined) return found;
    const manifest = this.manifests.at(target);
    const main = manifest === undefined ? undefined : this.mainOf(manifest, !isInstalled, isFile);
    return (
      main ??
      first(indexCandidates(target, isInstalled), isFile) ??
      (isInstalled ? undefined : first(this.built.candidates(target, true), isFile))
    );
  }

  /** A folder is imported by its `main`, never by `exports`. */
  private mainOf(manifest: Manifest, isOwn: boolean, isFile: (file: string) => boolean): string | undefined {
    const fields = { ...manifest.fields, exports: undefined };
    for (const target of packageEntries({ ...manifest, fields }, ".", isOwn, [])) {
      const place = path.join(manifest.folder, target);
      // `"main": "."` and its kin would lead here again.
      if (place === manifest.folder || `${place}${path.sep}` === manifest.folder) continue;
      const found = this.entry(place, isFile, isOwn);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function first(candidates: Iterable<string>, isFile: (file: string) => boolean): string | undefined {
  for (const candidate of candidates) if (isFile(candidate)) return candidate;
  return undefined;
}

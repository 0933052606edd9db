/** Which files there are: those that were named, and those that a walk of the root finds. */
import type { FileStore } from "./files";
import { compareText, isInside } from "./paths";
import type { Input, Queries } from "./queries";
import type { Discovery, Host, ResolvedConfig } from "./types";

export interface ExtentOptions {
  /** Absolute path of the workspace's folder. */
  readonly root: string;
  readonly host: Host;
  readonly configs: { configOf(folder: string): ResolvedConfig };
}

const WHOLE = "whole";

export class Extent {
  /** All files as far as anybody may ask (""), and as far as somebody asked (`WHOLE`). */
  readonly files: Input<readonly string[]>;
  private named: readonly string[] = [];
  private isWhole = false;

  /** @param extensions of the files that are wanted, with the dot. */
  constructor(
    queries: Queries,
    private readonly store: FileStore,
    private readonly options: ExtentOptions,
    private readonly extensions: readonly string[],
  ) {
    this.files = queries.input((extent) => this.surroundings(extent === WHOLE));
  }

  /**
   * Files that were asked for; a workspace that isn't walked has no others.
   * @param paths what was named to find them.
   */
  name(files: readonly string[], paths: readonly string[]): void {
    this.named = files;
    const { root } = this.options;
    // What is named holds the root, or has nothing to do with it.
    this.changed();
    this.isWhole = paths.every((path) => isInside(path, root) || !isInside(root, path));
  }

  /** Files may have come or gone, on disk or in an editor that hasn't saved them. */
  changed(): void {
    this.isWhole = false;
    this.files.invalidateWhere(() => true);
  }

  discover(paths: readonly string[]): Discovery {
    return this.options.host.discover(paths, this.extensions, (folder) => this.options.configs.configOf(folder));
  }

  /** All files of the root, as they are in editors and on disk, whatever the root is: for those who ask for just that. */
  whole(): readonly string[] {
    const { root, host } = this.options;
    const found = this.files.get(WHOLE);
    // Where nothing is found because nothing is walked, what is open is what there is.
    const isExtra = (file: string): boolean => isInside(root, file) && (found.length === 0 || !host.isFile(file));
    return [...found, ...this.store.openFiles().filter(isExtra)];
  }

  /** Without `always`, only a project is walked: the root may be a home folder. */
  private surroundings(always: boolean): readonly string[] {
    const { root, host } = this.options;
    this.store.usesLayout();
    const isWalked = !this.isWhole && (always || host.isProject(root));
    const unsaved = this.store.openFiles().filter((file) => isInside(root, file) && !host.isFile(file));
    if (!isWalked && unsaved.length === 0) return this.named;
    return [...new Set([...this.named, ...(isWalked ? this.discover([root]).files : []), ...unsaved])].sort(
      compareText,
    );
  }
}

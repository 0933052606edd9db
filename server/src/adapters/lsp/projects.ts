import type { ConfigResolver } from "../../workspace/configs";
import { isAboutOthers, type Engine, type Project } from "./project";
import { isWithin, type Location } from "./uris";

/** The editor's settings, as they came. */
export interface Settings {
  readonly general: unknown;
  /** By workspace folder, where the client keeps them apart. */
  readonly byFolder: ReadonlyMap<string, unknown>;
}

/**
 * One project per workspace folder, and one per folder of a file that is in none of them. They are made when the
 * first question comes, and know every open document, so that unsaved text of one folder counts in another.
 */
export class Projects {
  readonly #engine: Engine;
  readonly #complain: (message: string) => void;
  readonly #projects = new Map<string, Project>();
  readonly #open = new Map<string, { readonly location: Location; readonly text: string }>();
  #folders: readonly string[] = [];
  #settings: Settings = { general: {}, byFolder: new Map() };

  /** `complain` is told about settings that can't be used. */
  constructor(engine: Engine, complain: (message: string) => void) {
    this.#engine = engine;
    this.#complain = complain;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  configure(folders: readonly string[], settings: Settings): void {
    const areSame =
      folders.length === this.#folders.length && folders.every((folder) => this.#folders.includes(folder));
    this.#folders = folders;
    this.#settings = settings;
    // With other folders, files belong to other roots.
    if (!areSame) this.#projects.clear();
    for (const [root, { configs }] of this.#projects) {
      this.#setSettings(root, configs);
      this.#projects.set(root, this.#projectWith(root, configs));
    }
  }

  of(location: Location): Project {
    return this.#at(this.#rootOf(location));
  }

  /** The project of a file, then those of the other workspace folders, which may use the file too. */
  around(location: Location): readonly Project[] {
    const own = this.of(location);
    if (own.isLoose) return [own];
    return [own, ...this.#folders.filter((folder) => folder !== own.root).map((folder) => this.#at(folder))];
  }

  #at(root: string): Project {
    const known = this.#projects.get(root);
    if (known !== undefined) return known;
    const configs = this.#engine.createConfigs(root);
    this.#setSettings(root, configs);
    const project = this.#projectWith(root, configs);
    this.#projects.set(root, project);
    return project;
  }

  /** The document was opened, or its text changed. */
  open(location: Location, text: string): void {
    this.#open.set(location.file, { location, text });
    for (const [root, project] of this.#projects) {
      if (concerns(root, location)) project.analyzer.open(location.file, text);
    }
  }

  close(location: Location): void {
    this.#open.delete(location.file);
    const root = this.#rootOf(location);
    const isLoose = !this.#folders.includes(root);
    const isLast = ![...this.#open.values()].some((document) => this.#rootOf(document.location) === root);
    if (isLoose && isLast) this.#projects.delete(root);
    for (const [other, project] of this.#projects) {
      if (concerns(other, location)) project.analyzer.close(location.file);
    }
  }

  changedOnDisk(location: Location): void {
    for (const [root, { configs, analyzer }] of this.#projects) {
      if (isAboutOthers(location)) {
        configs.invalidate();
        this.#projects.set(root, this.#projectWith(root, configs));
      } else {
        analyzer.changedOnDisk(location.file);
      }
    }
  }

  #rootOf(location: Location): string {
    const around = this.#folders.filter((folder) => isWithin(folder, location.file));
    return (
      around.reduce<string | undefined>((a, b) => (a && a.length > b.length ? a : b), undefined) ?? location.folder
    );
  }

  #setSettings(root: string, configs: ConfigResolver): void {
    const settings = this.#settings.byFolder.get(root) ?? this.#settings.general;
    for (const message of configs.setEditorConfig(settings)) this.#complain(message);
  }

  /** A fresh analyzer: with other settings, another catalogue may hold, so nothing that is known stays. */
  #projectWith(root: string, configs: ConfigResolver): Project {
    const isLoose = !this.#folders.includes(root);
    const analyzer = this.#engine.createAnalyzer(root, configs, isLoose);
    for (const { location, text } of this.#open.values()) {
      if (concerns(root, location)) analyzer.open(location.file, text);
    }
    return { analyzer, configs, host: this.#engine.host, root, isLoose, leftOut: new Map() };
  }
}

/** Untitled documents are nobody's neighbours. */
function concerns(root: string, location: Location): boolean {
  return !location.untitled || root === location.folder;
}

/** One answer per folder and name, kept until something changes that it was drawn from. */
import * as path from "node:path";
import { JavaScriptModules } from "./javascript";
import { Listings } from "./listings";
import { PythonModules } from "./python";
import { Questions } from "./questions";
import { isPlace } from "./specifiers";
import type { Tsconfig } from "./tsconfigs";
import type { ResolvedModule } from "../../core/link";
import type { ResolutionHost } from "./types";

interface Answer {
  readonly resolution: ResolvedModule | undefined;
  /** Files whose existence decided it, in the order in which they were asked for. */
  readonly asked: readonly string[];
}

/** The modules of a workspace. Manifests and configurations are read once, answers are given once, until `changed`. */
export class ModuleResolver {
  private readonly answers = new Map<string, Map<string, Answer>>();
  /** Manifests, configurations, folders of packages: what holds for many answers. */
  private readonly project: Questions;
  private readonly listings: Listings;
  private javascript: JavaScriptModules;
  private python: PythonModules;

  constructor(host: ResolutionHost) {
    this.listings = new Listings(host);
    this.project = new Questions(host, this.listings);
    this.javascript = new JavaScriptModules(this.project);
    this.python = new PythonModules(this.project);
  }

  /** The source file that `specifier` means in the JavaScript or TypeScript file `from`; absolute paths. */
  resolve(from: string, specifier: string): ResolvedModule | undefined {
    return this.answer(from, specifier);
  }

  /** The same for Python, where `names` are the members that are asked for next: leading ones can be submodules. */
  resolvePython(from: string, specifier: string, names: readonly string[] = []): ResolvedModule | undefined {
    return this.answerPython(from, specifier, names);
  }

  /** The tsconfig.json that holds for a file. */
  tsconfigOf(file: string): Tsconfig | undefined {
    return this.javascript.configOf(file);
  }

  /** Whether a file was there when its folder was looked at, or is looked at now. */
  knows(file: string): boolean {
    return this.listings.isListed(file);
  }

  /**
   * Forgets what may be another answer after `file` (or folder) was created, changed or deleted: some answers, or all
   * where it is a manifest or a configuration. Says whether there was any.
   */
  changed(file: string): boolean {
    this.listings.forget(file);
    if (this.project.concern(file)) {
      this.forgetProject();
      return true;
    }
    const below = file + path.sep;
    let dropped = false;
    for (const here of this.answers.values()) {
      for (const [key, { asked }] of here) {
        if (asked.some((question) => question === file || question.startsWith(below))) {
          here.delete(key);
          dropped = true;
        }
      }
    }
    return dropped;
  }

  /** Forgets everything. */
  clear(): void {
    this.listings.clear();
    this.forgetProject();
  }

  private forgetProject(): void {
    this.answers.clear();
    this.project.clear();
    this.javascript = new JavaScriptModules(this.project);
    this.python = new PythonModules(this.project);
  }

  private answer(from: string, specifier: string): ResolvedModule | undefined {
    const folder = path.dirname(from);
    // Files of one folder can belong to different projects, which give names different meanings.
    const config = isPlace(specifier) ? undefined : this.javascript.configOf(from);
    return this.remembered(config === undefined ? folder : `${folder}\0${config.file}`, specifier, (isFile) => {
      const file = this.javascript.resolve(folder, specifier, config, isFile);
      return file === undefined ? undefined : { file, used: 0 };
    });
  }

  private answerPython(from: string, specifier: string, names: readonly string[]): ResolvedModule | undefined {
    const folder = path.dirname(from);
    const key = names.length === 0 ? specifier : `${specifier} ${names.join(" ")}`;
    return this.remembered(`${folder}\0python`, key, (isFile) => this.python.resolve(folder, specifier, names, isFile));
  }

  private remembered(
    place: string,
    key: string,
    find: (isFile: (file: string) => boolean) => ResolvedModule | undefined,
  ): ResolvedModule | undefined {
    let here = this.answers.get(place);
    if (here === undefined) this.answers.set(place, (here = new Map<string, Answer>()));
    const known = here.get(key);
    if (known !== undefined) return known.resolution;
    const asked: string[] = [];
    const resolution = find((file) => {
      asked.push(file);
      return this.listings.isFile(file);
    });
    here.set(key, { resolution, asked });
    return resolution;
  }
}

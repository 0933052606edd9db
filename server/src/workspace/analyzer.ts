/** The one mutable object: what is known of a workspace, kept right under edits. */
import * as path from "node:path";
import nodeCatalogue from "../../catalogue/node.json";
import npmCatalogue from "../../catalogue/npm.json";
import pypiCatalogue from "../../catalogue/pypi.json";
import pythonCatalogue from "../../catalogue/python.json";
import runtimesCatalogue from "../../catalogue/runtimes.json";
import { blockingCalls, type BlockingCall } from "../core/blocking";
import type { CatalogueModule } from "../core/catalogue";
import { CatalogueIndex } from "../core/catalogueIndex";
import type { Config } from "../core/config";
import type { Directive, FileFacts, Problem } from "../core/facts";
import { SEVERITIES, type Edit, type FileReport, type Finding } from "../core/findings";
import type { Language, ProjectContext } from "../languages/language";
import { failureOf, FileStore } from "./files";
import { matchersOf } from "./globs";
import { ProjectReader } from "./project";
import { relevantFiles, startedWorkers } from "./relevance";
import { applyDirectives, callFindings, fixTarget, unusedDirectiveFinding } from "./report";
import type { Analyzer, Discovery, Host, ResolvedConfig, WorkspaceReport } from "./types";

/** By language. */
const BUILT_IN: Readonly<Record<string, readonly CatalogueModule[]>> = {
  typescript: [nodeCatalogue, npmCatalogue, runtimesCatalogue].flatMap(
    ({ modules }) => modules as readonly CatalogueModule[],
  ),
  python: [pythonCatalogue, pypiCatalogue].flatMap(({ modules }) => modules as readonly CatalogueModule[]),
};

export interface AnalyzerOptions {
  /** Absolute path of the workspace's folder. */
  readonly root: string;
  readonly host: Host;
  readonly languages: readonly Language[];
  readonly configs: { configOf(folder: string): ResolvedConfig };
}

export function createAnalyzer(options: AnalyzerOptions): Analyzer {
  return new WorkspaceAnalyzer(options);
}

/** What is computed of a file before its fixes are. */
interface Checked {
  readonly facts: FileFacts;
  readonly text: string;
  readonly language: Language;
  readonly resolved: ResolvedConfig;
  readonly kept: readonly BlockingCall[];
  readonly unused: readonly Directive[];
}

class WorkspaceAnalyzer implements Analyzer {
  private readonly extensions: readonly string[];
  private readonly projects: ProjectReader;
  private readonly openTexts = new Map<string, string>();
  private readonly reports = new Map<string, FileReport>();
  private readonly store: FileStore;
  private readonly catalogues = new Map<string, CatalogueIndex>();
  private workers: ReadonlySet<string> | undefined;

  constructor(private readonly options: AnalyzerOptions) {
    const { host, languages } = options;
    this.extensions = languages.flatMap((language) => language.extensions);
    this.projects = new ProjectReader(host);
    this.store = new FileStore(host, languages, (file) => this.catalogueOf(file));
  }

  checkPaths(paths: readonly string[], options: Parameters<Analyzer["checkPaths"]>[1] = {}): WorkspaceReport {
    const started = performance.now();
    const discovery = this.discover(paths);
    this.workers = startedWorkers(this.store, this.surroundings(paths, discovery.files));
    const { files: found } = discovery;
    let done = 0;
    // Every file is looked at twice: by its text, and, if that matters, by the parser.
    const step = (): void => options.progress?.(++done, 2 * found.length);
    const contextsOf = (file: string): Config["contexts"] => this.configOf(file).config.contexts;
    const { relevant, handingOn } = relevantFiles(this.store, found, contextsOf, step);
    this.store.handingOn = handingOn;
    const files: FileReport[] = [];
    for (const file of found) {
      if (options.stop?.() === true) break;
      const report = relevant.has(file) ? this.report(file) : this.unparsedReport(file);
      if (report.findings.length > 0 || report.problems.length > 0) files.push(report);
      step();
    }
    const milliseconds = Math.round(performance.now() - started);
    const stats = {
      files: discovery.files.length,
      parsed: found.filter((file) => this.store.hasFacts(file)).length,
      milliseconds,
    };
    return {
      files,
      problems: [...discovery.problems, ...this.configProblems(discovery.files)],
      skipped: discovery.skipped,
      stats,
    };
  }

  report(file: string): FileReport {
    const known = this.reports.get(file);
    if (known !== undefined) return known;
    const report = this.makeReport(file);
    this.reports.set(file, report);
    return report;
  }

  open(file: string, text: string): void {
    this.openTexts.set(file, text);
    this.store.setOpen(file, text);
    this.reports.clear();
  }

  close(file: string): void {
    this.openTexts.delete(file);
    this.store.setOpen(file, undefined);
    this.reports.clear();
  }

  changedOnDisk(file: string): void {
    if (!this.openTexts.has(file)) this.store.forget(file);
    this.projects.clear();
    this.workers = undefined;
    this.reports.clear();
  }

  fixAll(file: string, options: Parameters<Analyzer["fixAll"]>[1]): readonly Edit[] {
    const checked = this.check(file);
    if (checked === undefined || checked.resolved.broken || checked.facts.problems.length > 0) return [];
    const { language, text, kept, unused } = checked;
    const least = SEVERITIES.indexOf(options.minSeverity ?? "hint");
    const targets = kept.filter(({ severity }) => SEVERITIES.indexOf(severity) >= least).map(fixTarget);
    const edits = [
      ...language.fixAll(file, text, targets, this.projectOf(checked), options),
      ...unused.flatMap((directive) => language.removeComment(file, text, directive.span.start)),
    ];
    // Stable: edits at the same place stay in the language's order.
    return withoutOverlap(edits.sort((a, b) => a.span.start - b.span.start));
  }

  private makeReport(file: string): FileReport {
    const checked = this.check(file);
    if (checked === undefined) return this.unparsedReport(file);
    const { facts, text, language, resolved, kept, unused } = checked;
    // Where the parser had to guess, or the settings can't be read, a rewrite could be wrong: findings only.
    const withFixes = !resolved.broken && facts.problems.length === 0;
    const problems = [...facts.problems];
    const findingsOf = (fixes: boolean): readonly Finding[] =>
      callFindings(facts, text, kept, language, this.projectOf(checked), fixes);
    let found: readonly Finding[];
    try {
      found = findingsOf(withFixes);
    } catch (error) {
      // What is found is right; what can't be rewritten without a mistake stays as it is, and the mistake is told.
      found = findingsOf(false);
      problems.push(failureOf(file, error));
    }
    const findings = [...found, ...unused.map((directive) => unusedDirectiveFinding(file, text, directive, language))];
    return { file, text, findings: findings.sort((a, b) => a.span.start - b.span.start), problems };
  }

  private check(file: string): Checked | undefined {
    const read = this.store.read(file);
    const language = this.store.languageOf(file);
    const facts = this.store.facts(file);
    if (!("text" in read) || language === undefined || facts === undefined) return undefined;
    const resolved = this.configOf(file);
    const { relaxed, worker } = matchersOf(resolved);
    const isWorker = worker(file) || this.startedWorkers().has(file);
    const calls = blockingCalls(
      facts,
      { config: resolved.config, isRelaxed: relaxed(file), isWorker },
      this.store.links(),
    );
    return { facts, text: read.text, language, resolved, ...applyDirectives(read.text, calls, facts.directives) };
  }

  /** A file that can't matter, or can't be read: no findings, and why. */
  private unparsedReport(file: string): FileReport {
    const read = this.store.read(file);
    return "text" in read
      ? { file, text: read.text, findings: [], problems: [] }
      : { file, text: "", findings: [], problems: [read.problem] };
  }

  private projectOf({ facts, resolved }: Checked): ProjectContext {
    return {
      nodeMajor: resolved.config.nodeVersion ?? this.projects.nodeMajor(facts.file),
      pythonMinor: this.projects.pythonMinor(facts.file),
    };
  }

  private configOf(file: string): ResolvedConfig {
    return this.options.configs.configOf(path.dirname(file));
  }

  /** The built-in catalogue with what the file's configuration adds; one index for the same additions. */
  private catalogueOf(file: string): CatalogueIndex {
    const { catalogue } = this.configOf(file).config;
    const language = this.store.languageOf(file)?.id ?? "";
    const key = `${language} ${JSON.stringify(catalogue)}`;
    const known = this.catalogues.get(key);
    if (known !== undefined) return known;
    const index = new CatalogueIndex([...(BUILT_IN[language] ?? []), ...catalogue]);
    this.catalogues.set(key, index);
    return index;
  }

  private discover(paths: readonly string[]): Discovery {
    return this.options.host.discover(paths, this.extensions, (folder) => this.options.configs.configOf(folder));
  }

  /** Files that some file of the workspace starts as workers. */
  private startedWorkers(): ReadonlySet<string> {
    this.workers ??= startedWorkers(this.store, this.surroundings([], []));
    return this.workers;
  }

  /** `files` with all others of the root, if that is a project: a home folder isn't walked for the sake of one file. */
  private surroundings(paths: readonly string[], files: readonly string[]): readonly string[] {
    const { root, host } = this.options;
    if (paths.includes(root) || !host.isProject(root)) return files;
    return [...new Set([...files, ...this.discover([root]).files])];
  }

  private configProblems(files: readonly string[]): readonly Problem[] {
    const folders = new Set([this.options.root, ...files.map((file) => path.dirname(file))]);
    const problems = new Map<string, Problem>();
    for (const folder of folders) {
      for (const problem of this.options.configs.configOf(folder).problems) {
        problems.set(`${problem.file}:${String(problem.offset)}:${problem.message}`, problem);
      }
    }
    return [...problems.values()];
  }
}

/** Two comments of one line can ask for the same removal. What overlaps an earlier edit waits for the next round. */
function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  let end = 0;
  return edits.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

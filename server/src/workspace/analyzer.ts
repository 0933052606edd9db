/** The one mutable object: what is known of a workspace, kept right under edits. */
import * as path from "node:path";
import { blockingCalls, isIgnored, type BlockingCall, type Step } from "../core/blocking";
import type { Config } from "../core/config";
import type { Span } from "../core/facts";
import type { Edit, FileReport, Finding } from "../core/findings";
import type { Language, ProjectContext, Refactorings } from "../languages/language";
import { CallerIndex } from "./callers";
import { CallGraph } from "./callGraph";
import { Catalogues } from "./catalogues";
import { problemsOfConfigs } from "./configs";
import { Extent, type ExtentOptions } from "./extent";
import { failureOf, FileStore } from "./files";
import { chainFixesOf, fixAllEdits, type Checked, type FixContext } from "./fixes";
import { matchersOf } from "./globs";
import { ProjectReader } from "./project";
import { isWholeProject } from "./publicApi";
import { isSameSet, Queries, type Derived } from "./queries";
import { dependentsOf, filesUsedBy, reachingFiles } from "./reach";
import { Reached } from "./reached";
import { importsOf, mayRunOnLoop, startedWorkers } from "./relevance";
import { walkWaysIn } from "./waysIn";
import { countBy, StageClock } from "./stages";
import { applyDirectives, callFindings, isDirect, unusedDirectiveFinding, type TextOfStep } from "./report";
import type { Analyzer, ChainFixes, ReadResult, ResolvedConfig, Walk, WaysIn, WorkspaceReport } from "./types";

export interface AnalyzerOptions extends ExtentOptions {
  readonly languages: readonly Language[];
}

export function createAnalyzer(options: AnalyzerOptions): Analyzer {
  return new WorkspaceAnalyzer(options);
}

class WorkspaceAnalyzer implements Analyzer {
  private readonly projects: ProjectReader;
  private readonly queries = new Queries();
  private readonly store: FileStore;
  private readonly graph: CallGraph;
  private readonly callers: CallerIndex;
  private readonly extent: Extent;
  private readonly workers: Derived<ReadonlySet<string>>;
  private readonly reports: Derived<FileReport>;
  private readonly reached = new Reached(this.queries);

  constructor(private readonly options: AnalyzerOptions) {
    const { host, languages } = options;
    this.projects = new ProjectReader(host);
    const { queries } = this;
    const catalogues = new Catalogues(
      (file) => this.configOf(file).config,
      (file) => this.store.languageOf(file)?.id ?? "",
    );
    this.store = new FileStore(
      queries,
      options.root,
      host,
      languages,
      (file) => catalogues.of(file),
      (file) => this.follows(file),
    );
    const extensions = languages.flatMap((language) => language.extensions);
    this.extent = new Extent(queries, this.store, options, extensions);
    this.workers = queries.derived(() => startedWorkers(this.store, this.extent.files.get("")), isSameSet);
    this.graph = new CallGraph(
      this.store,
      queries,
      this.extent.files,
      (file, api) => isIgnored(api, this.configOf(file).config),
      (file) => this.isInstalled(file) || this.reached.mayBlock(file),
      (file) => !matchersOf(this.configOf(file)).relaxed(file),
      (name) => this.reached.mayName(name),
    );
    this.callers = new CallerIndex(this.store, queries, this.extent.files, this.graph, {
      isWhole: (file) => isWholeProject(this.store, host, options.root, file),
      files: (extensions) =>
        host.discover([options.root], extensions, (folder) => options.configs.configOf(folder)).files,
    });
    this.reports = queries.derived((file) => this.makeReport(file));
  }

  checkPaths(paths: readonly string[], options: Parameters<Analyzer["checkPaths"]>[1] = {}): WorkspaceReport {
    const clock = new StageClock(this.store);
    const discovery = this.extent.discover(paths);
    clock.mark("discover");
    const { files: found } = discovery;
    this.extent.name(found, paths);
    let done = 0;
    // Every file is looked at twice: by its text, and, if that matters, by the parser.
    const step = (): void => options.progress?.(++done, 2 * found.length);
    const settingsOf = (file: string): Config => this.configOf(file).config;
    const imports = importsOf(this.store, found, settingsOf, step);
    clock.mark("index");
    const hasDirective = (file: string): boolean => this.store.lexical(file)?.hasDirective === true;
    const isReported = (file: string): boolean =>
      hasDirective(file) || mayRunOnLoop(this.store, file, settingsOf(file));
    const used = filesUsedBy(isReported, found, imports.dependents);
    const reaching = reachingFiles(
      this.store,
      this.graph,
      imports,
      (file) => used.has(file),
      (files, names) => {
        this.reached.set(files, names);
      },
    );
    clock.mark("reach");
    const isRelevant = (file: string): boolean => hasDirective(file) || (reaching.has(file) && isReported(file));
    const files: FileReport[] = [];
    for (const file of found) {
      if (options.stop?.() === true) break;
      const report = isRelevant(file) ? this.report(file) : this.unparsedReport(file);
      if (report.findings.length > 0 || report.problems.length > 0) files.push(report);
      step();
    }
    clock.mark("findings");
    const parsed = found.filter((file) => this.store.hasFacts(file)).length;
    const stats = {
      files: found.length,
      parsed,
      languages: countBy(found, (file) => this.store.languageOf(file)?.id ?? ""),
      dependencies: this.store.dependencies.stats(),
      ...clock.stats(),
    };
    const ofConfigs = problemsOfConfigs(this.options.configs, this.options.root, discovery.files);
    const problems = [...discovery.problems, ...ofConfigs, ...this.store.dependencies.problems()];
    return { files, problems, skipped: discovery.skipped, stats };
  }

  read(file: string): ReadResult {
    return this.store.read(file);
  }

  *waysIn(): Walk<WaysIn> {
    const files = this.extent.whole();
    // Reading and resolving is most of the work, and is remembered: what follows at once has it all.
    for (const [index, file] of files.entries()) {
      for (const specifier of this.store.lexical(file)?.specifiers ?? []) this.store.resolve(file, specifier);
      yield { done: index + 1, total: 2 * files.length };
    }
    const { store, graph } = this;
    const settingsOf = (file: string): Config => this.configOf(file).config;
    const { seeds, dependents } = importsOf(store, files, settingsOf);
    const reaching = new Set([...seeds, ...dependentsOf(seeds, dependents)]);
    // What reaches what exactly isn't worked out for this: it would have to be kept right under edits.
    const mayReach = (file: string): boolean => reaching.has(file) && this.reached.isReached(file);
    const relevant = files.filter((file) => mayReach(file) && mayRunOnLoop(store, file, settingsOf(file)));
    const kept = (file: string): readonly BlockingCall[] => this.check(file)?.kept ?? [];
    return yield* walkWaysIn({ store, graph, kept }, relevant, files.length);
  }

  report(file: string): FileReport {
    return this.reports.get(file);
  }

  open(file: string, text: string): void {
    if (this.store.setOpen(file, text)) this.extent.changed();
    this.reached.forget();
  }

  close(file: string): void {
    if (this.store.setOpen(file, undefined)) this.extent.changed();
    this.reached.forget();
  }

  changedOnDisk(file: string): void {
    this.store.changedOnDisk(file);
    this.projects.clear();
    this.extent.changed();
    this.reached.forget();
  }

  fixAll(file: string, options: Parameters<Analyzer["fixAll"]>[1]): readonly Edit[] {
    const checked = this.fixable(file);
    return checked === undefined ? [] : fixAllEdits(checked, this.fixContext(checked), options);
  }

  chainFixes(file: string, offset: number): ChainFixes {
    const checked = this.fixable(file);
    const isAsked = (kept: BlockingCall): boolean => !isDirect(kept) || kept.api.work !== undefined;
    const call = checked?.kept.find((kept) => kept.call.nameSpan.start === offset && isAsked(kept));
    if (checked === undefined || call === undefined) return { fixes: [], refused: [] };
    return chainFixesOf(checked, this.fixContext(checked), call);
  }

  refactorings(file: string, span: Span): Refactorings | undefined {
    const language = this.store.languageOf(file);
    if (language?.refactorings === undefined) return undefined;
    const [read, facts, resolved] = [this.store.read(file), this.store.facts(file), this.configOf(file)];
    if (!("text" in read) || facts === undefined || facts.problems.length > 0 || resolved.broken) return undefined;
    return language.refactorings(file, read.text, span, this.projectOf(file));
  }

  /** A file whose text and settings can be relied on. */
  private fixable(file: string): Checked | undefined {
    const checked = this.check(file);
    return checked === undefined || checked.resolved.broken || checked.facts.problems.length > 0 ? undefined : checked;
  }

  private fixContext(checked: Checked): FixContext {
    return {
      chains: this.graph,
      store: this.store,
      callers: this.callers,
      project: this.projectOf(checked.facts.file),
      configOf: (file) => this.configOf(file),
      projectOf: (file) => this.projectOf(file),
    };
  }

  private makeReport(file: string): FileReport {
    // What is installed isn't the workspace's to mend.
    const checked = this.isInstalled(file) ? undefined : this.check(file);
    if (checked === undefined) return this.unparsedReport(file);
    const { facts, text, language, resolved, kept, unused } = checked;
    // Where the parser had to guess, or the settings can't be read, a rewrite could be wrong: findings only.
    const withFixes = !resolved.broken && facts.problems.length === 0;
    const problems = [...facts.problems];
    const findingsOf = (fixes: boolean): readonly Finding[] =>
      callFindings({ facts, text, calls: kept, language, project: this.projectOf(file), withFixes: fixes }, (step) =>
        this.textOf(step),
      );
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
    const facts = "text" in read ? this.store.facts(file) : undefined;
    if (!("text" in read) || language === undefined || facts === undefined) return undefined;
    const resolved = this.configOf(file);
    const { relaxed, worker } = matchersOf(resolved);
    const isWorker = worker(file) || this.workers.get("").has(file);
    const calls = blockingCalls(facts, { config: resolved.config, isRelaxed: relaxed(file), isWorker }, this.graph);
    return { facts, text: read.text, language, resolved, ...applyDirectives(read.text, facts, calls, this.graph) };
  }

  /** How a step of a chain is written, and its line. */
  private textOf({ file, call: { nameSpan } }: Step): ReturnType<TextOfStep> {
    const read = this.store.read(file);
    const written = "text" in read ? read.text.slice(nameSpan.start, nameSpan.end) : "";
    return { written, line: this.store.lineAt(file, nameSpan.start) };
  }

  /** A file that can't matter, or can't be read: no findings, and why. */
  private unparsedReport(file: string): FileReport {
    const read = this.store.read(file);
    const problem = this.store.problem(file);
    if (!("text" in read)) return { file, text: "", findings: [], problems: [read.problem] };
    return { file, text: read.text, findings: [], problems: problem === undefined ? [] : [problem] };
  }

  private projectOf(file: string): ProjectContext {
    const { config } = this.configOf(file);
    this.store.usesLayout();
    return {
      nodeMajor: config.nodeVersion ?? this.projects.nodeMajor(file),
      npmPackages: this.projects.npmPackages(file),
      pythonMinor: this.projects.pythonMinor(file),
      pythonExecutor: config.python.executor,
      pythonPackages: this.projects.pythonPackages(file),
    };
  }

  private configOf(file: string): ResolvedConfig {
    // What a package says of its own analysis is for those who work on it.
    return this.options.configs.configOf(this.isInstalled(file) ? this.options.root : path.dirname(file));
  }

  /** Findings in tests, scripts and build configuration are hints: not worth a look into what they import. */
  private follows(file: string): boolean {
    const resolved = this.configOf(file);
    return resolved.config.dependencies === "follow" && !matchersOf(resolved).relaxed(file);
  }

  private isInstalled(file: string): boolean {
    return this.store.dependencies.packageOf(file) !== undefined;
  }
}

/** The workspace's call graph: links, calls and summaries over the file store, each computed when it is asked for. */
import { declaredOf, isSame, nodeOf, summarise, type Summary } from "../core/chains";
import type { ChainContext } from "../core/blocking";
import type { CallFacts, FileFacts } from "../core/facts";
import { edgesOf, type CallEdge } from "../core/graph";
import { findNamedExport, type Exported } from "../core/exported";
import { methodsOfHeirs, type SelfMember } from "../core/dispatch";
import type { Declared } from "../core/link";
import type { Api } from "../core/catalogueIndex";
import { lineAt, silences } from "../core/suppress";
import type { FileStore } from "./files";
import { Implementations } from "./implementations";
import { ImportTime } from "./importTime";
import { isSameData, QuestionKeys, type Derived, type Input, type Queries } from "./queries";

type Batch = ReadonlyMap<string, Summary | null>;

export class CallGraph implements ChainContext {
  readonly catalogueOf: ChainContext["catalogueOf"];
  private readonly exports: Derived<Exported | undefined>;
  private readonly exportsAsked = new QuestionKeys();
  private readonly edges: Derived<readonly CallEdge[]>;
  private readonly batches: Derived<Batch>;
  private readonly summaries: Derived<Summary | null>;
  /** The function whose batch a function's summary came with last; any batch with it has the same one. */
  private readonly batchOf = new Map<string, string>();
  private readonly implementers: Implementations;
  private readonly methods: Derived<readonly Declared[] | undefined>;
  private readonly importTime: ImportTime;

  /**
   * @param ignored whether the configuration of a file leaves an API out.
   * @param isProgram whether a file is a part of the program: no test, script or build configuration.
   * @param mayName whether something that blocks may be run by a name, as far as that is known of all files.
   * @param mayBlock whether a function of the file could reach the catalogue at all, as far as that is known of all files.
   */
  constructor(
    private readonly store: FileStore,
    queries: Queries,
    files: Input<readonly string[]>,
    private readonly ignored: (file: string, api: Api) => boolean,
    mayBlock: (file: string) => boolean,
    readonly isProgram: (file: string) => boolean,
    private readonly mayName: (name: string) => boolean,
  ) {
    this.catalogueOf = store.catalogueOf;
    this.implementers = new Implementations(store, queries, files, this);
    this.methods = queries.derived((node) => methodsOfHeirs(this, selfMemberOf(node)), isSameData);
    this.importTime = new ImportTime(store, queries, files, this, isProgram);
    this.exports = queries.derived((question) => {
      const [file = "", ...names] = question.split("\0");
      return findNamedExport(this, file, names);
    });
    this.edges = queries.derived((node) => this.edgesAt(declaredOf(node), mayBlock), isSameData);
    this.batches = queries.derived((node) => this.batch(node));
    this.summaries = queries.derived((node) => {
      const known = this.batchOf.get(node);
      const found = known === undefined ? undefined : this.batches.get(known).get(node);
      if (found !== undefined) return found;
      this.batchOf.set(node, node);
      return this.batches.get(node).get(node) ?? null;
    }, isSame);
  }

  /** The calls that run while a function runs. */
  edgesOf(declared: Declared): readonly CallEdge[] {
    return this.edges.get(nodeOf(declared));
  }

  private edgesAt({ file, key, without }: Declared, mayBlock: (file: string) => boolean): readonly CallEdge[] {
    if (without !== undefined) return this.edgesOf({ file, key }).filter(({ call }) => !without.includes(call));
    return mayBlock(file) ? edgesOf(this, { file, key }) : [];
  }

  facts(file: string): FileFacts | undefined {
    return this.store.facts(file);
  }

  resolve(file: string, specifier: string, names: readonly string[]): ReturnType<FileStore["resolve"]> {
    return this.store.resolve(file, specifier, names);
  }

  mayRun(file: string, specifier: string, names: readonly string[]): boolean {
    if (names.some((name) => this.mayName(name))) return true;
    const found = this.store.resolve(file, specifier, names)?.file;
    // What a file calls of itself it needn't offer. What is installed is followed downwards: nobody knows by which names.
    return found !== undefined && (found === file || this.store.dependencies.packageOf(found) !== undefined);
  }

  starSources({ file }: FileFacts, name: string): readonly string[] {
    return this.store.starSources(file, name);
  }

  linkedExport(file: string, names: readonly string[]): Exported | undefined {
    const question = names.length === 1 ? (names[0] ?? "") : names.join("\0");
    const key = this.exportsAsked.of(file, question, () => `${file}\0${question}`);
    return this.exports.isRunning(key) ? findNamedExport(this, file, names) : this.exports.get(key);
  }

  implementations(declared: Declared): readonly Declared[] {
    return this.implementers.of(declared);
  }

  selfMethods({ self, side, name, isRead }: SelfMember): readonly Declared[] | undefined {
    return this.methods.get([self.file, self.key, side, name, isRead ? "read" : "called"].join("\0"));
  }

  runsAtImport(declared: Declared): boolean {
    return this.importTime.runs(declared);
  }

  isSilenced(facts: FileFacts, call: CallFacts, api: Api | undefined): boolean {
    if (api !== undefined && this.ignored(facts.file, api)) return true;
    // What a package loads when it needs it, it loads once.
    const isInstalled = this.store.dependencies.packageOf(facts.file) !== undefined;
    if (isInstalled && api?.entry.category === "module loading") return true;
    if (facts.directives.length === 0) return false;
    const read = this.store.read(facts.file);
    if (!("text" in read)) return false;
    const line = lineAt(read.text, call.nameSpan.start);
    const code = api === undefined ? "blocking-chain" : call.form === "work" ? "heavy-loop" : "blocking-call";
    return facts.directives.some((directive) => silences(directive, { code, api: api?.name ?? "", line }));
  }

  summary(declared: Declared): Summary | undefined {
    return this.summaries.get(nodeOf(declared)) ?? undefined;
  }

  /** Summaries of a function and of what it reaches, as far as they aren't there already. */
  private batch(root: string): Batch {
    const batch = summarise(
      declaredOf(root),
      (declared) => this.edgesOf(declared),
      (declared) => this.knownSummary(nodeOf(declared), root),
    );
    for (const node of batch.keys()) if (!this.batchOf.has(node)) this.batchOf.set(node, root);
    return batch;
  }

  /** A summary that came with another batch: what is behind it needn't be walked again. */
  private knownSummary(node: string, root: string): Summary | null | undefined {
    const batch = this.batchOf.get(node);
    if (batch === undefined || batch === root || this.batches.isRunning(batch)) return undefined;
    return this.batches.get(batch).get(node);
  }
}

function selfMemberOf(node: string): SelfMember {
  const [file = "", key = "", side, name = "", form] = node.split("\0");
  return { self: { file, key }, side: side === "statics" ? side : "members", name, isRead: form === "read" };
}

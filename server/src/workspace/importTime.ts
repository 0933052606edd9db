/** Functions that some module calls while it is imported: that is before there is an event loop. */
import { factsIndex } from "../core/factsIndex";
import { linkReference, type Declared, type LinkContext } from "../core/link";
import type { FileStore } from "./files";
import type { Derived, Input, Queries } from "./queries";

export class ImportTime {
  private readonly found: Derived<boolean>;

  /** @param isProgram whether a file is a part of the program: what tests run first says nothing. */
  constructor(
    private readonly store: FileStore,
    queries: Queries,
    private readonly files: Input<readonly string[]>,
    private readonly links: LinkContext,
    private readonly isProgram: (file: string) => boolean,
  ) {
    this.found = queries.derived((node) => this.find(node));
  }

  runs({ file, key }: Declared): boolean {
    return this.found.get(`${file}\0${key}`);
  }

  private find(node: string): boolean {
    const [file = "", key = ""] = node.split("\0");
    const language = this.store.languageOf(file)?.id;
    const name = /[\w$]+$/.exec(key)?.[0];
    if (name === undefined) return false;
    // A regular expression first: what a module calls while it is imported stands at the start of a line, mostly.
    const call = new RegExp(
      `^(?!(async\\s+)?(def|class|function)\\b)(?=[\\w$]).*\\b${name.replaceAll("$", "\\$")}\\(`,
      "m",
    );
    const start = `${name}(`;
    return this.files.get("").some((other) => {
      if (this.store.languageOf(other)?.id !== language) return false;
      const read = this.store.read(other);
      // Most texts haven't even the name: that is found out much faster.
      if (!("text" in read) || !read.text.includes(start) || !call.test(read.text)) return false;
      return this.isProgram(other) && this.calls(other, { file, key });
    });
  }

  private calls(module: string, { file, key }: Declared): boolean {
    const facts = this.store.facts(module);
    return (
      (facts && factsIndex(facts).calls.get(""))?.some(({ call }) => {
        const target = call.form === "call" ? linkReference(this.links, module, call.callee) : undefined;
        return target?.kind === "function" && target.file === file && target.key === key;
      }) === true
    );
  }
}

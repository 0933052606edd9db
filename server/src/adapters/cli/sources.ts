/** Texts behind a report: where an offset is, and how a file is called in the output. */
import * as path from "node:path";
import type { Span } from "../../core/facts";
import type { FileReport } from "../../core/findings";
import { compareText, withSlashes } from "../../workspace/paths";
import type { Host } from "../../workspace/types";
import { Lines, type Position } from "./positions";

export class Sources {
  private readonly lines = new Map<string, Lines>();
  private readonly texts: ReadonlyMap<string, string>;

  /** `base` is the folder that shown paths are relative to. */
  constructor(
    readonly base: string,
    reports: readonly FileReport[],
    private readonly host: Pick<Host, "read">,
  ) {
    this.texts = new Map(reports.map((report) => [report.file, report.text]));
  }

  /** Relative to the base, with `/`; "." for the base itself. */
  name(file: string): string {
    return withSlashes(path.relative(this.base, file)) || ".";
  }

  /** Lines of a file; of an unreadable one, those of an empty text. */
  linesOf(file: string): Lines {
    const known = this.lines.get(file);
    if (known !== undefined) return known;
    const lines = new Lines(this.texts.get(file) ?? this.read(file));
    this.lines.set(file, lines);
    return lines;
  }

  range(file: string, span: Span): { readonly start: Position; readonly end: Position } {
    const lines = this.linesOf(file);
    return { start: lines.position(span.start), end: lines.position(span.end) };
  }

  compare(left: string, right: string): number {
    return compareText(this.name(left), this.name(right));
  }

  private read(file: string): string {
    const read = this.host.read(file);
    return "text" in read ? read.text : "";
  }
}

/** Offsets (UTF-16, as the engine counts) to lines and columns as editors show them: the only place on the command line. */

/** One-based; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const BYTE_ORDER_MARK = "\uFEFF";

export class Lines {
  private readonly starts: readonly number[];
  /** Editors don't count a byte order mark as a character of the first line. */
  private readonly markLength: number;

  constructor(private readonly text: string) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    this.starts = starts;
    this.markLength = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  }

  /** An offset outside the text is taken to be at its nearest end. */
  position(offset: number): Position {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    const column = inside - (this.starts[low] ?? 0) - (low === 0 ? this.markLength : 0);
    return { line: low + 1, column: Math.max(column, 0) + 1 };
  }

  /** Offset of a position, or of the nearest one that there is. */
  offset({ line, column }: Position): number {
    const index = Math.min(Math.max(line, 1), this.starts.length) - 1;
    const start = (this.starts[index] ?? 0) + (index === 0 ? this.markLength : 0);
    return start + Math.min(Math.max(column, 1) - 1, this.lineText(index + 1).length);
  }

  /** Offset without the byte order mark, which is no character of the file's content. */
  characterOffset(offset: number): number {
    return Math.max(offset - this.markLength, 0);
  }

  /** Text of a line (one-based), without its end and without the byte order mark. */
  lineText(line: number): string {
    const start = (this.starts[line - 1] ?? this.text.length) + (line === 1 ? this.markLength : 0);
    return this.text.slice(start, this.starts[line] ?? this.text.length).replace(/[\r\n]+$/, "");
  }
}

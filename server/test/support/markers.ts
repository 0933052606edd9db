/**
 * Markers: expectations that stand in a fixture, under the line they speak of.
 *
 *     const text = fs.readFileSync(path);
 *     //           ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
 *
 * The carets stand under the exact columns (UTF-16 code units; a tab counts as one). `//<` moves them three columns to
 * the left, so that the first columns of a line can be marked too. In Python `#` and `#<`, which moves them two columns.
 * Several marker lines in a row speak of the same line.
 * What is analysed is the text without marker lines: a marker never changes what the next line is.
 */

export interface Marker {
  /** Zero-based line in the text without markers. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What stands behind the carets. */
  readonly label: string;
}

export interface MarkedText {
  /** The fixture without its marker lines. */
  readonly text: string;
  readonly markers: readonly Marker[];
  /** One-based line in the fixture for a zero-based line of `text`. */
  fixtureLine(line: number): number;
}

const MARKER_LINE = /^(\s*)(\/\/|#)(<?)(\s*)(\^+)\s+(\S.*?)\s*$/;

/** Takes the markers out of a fixture. A marker above any code is an error in the fixture and throws. */
export function readMarkers(fixture: string): MarkedText {
  const kept: string[] = [];
  const numbers: number[] = [];
  const markers: Marker[] = [];
  for (const [index, line] of fixture.split("\n").entries()) {
    const match = MARKER_LINE.exec(line);
    if (match === null) {
      kept.push(line);
      numbers.push(index + 1);
      continue;
    }
    const [, indent = "", comment = "", shift = "", gap = "", carets = "", label = ""] = match;
    if (kept.length === 0) throw new Error(`marker on line ${index + 1} has no line above it`);
    const start = indent.length + (shift === "<" ? 0 : comment.length) + gap.length;
    markers.push({ line: kept.length - 1, start, end: start + carets.length, label });
  }
  return { text: kept.join("\n"), markers, fixtureLine: (line) => numbers[line] ?? 0 };
}

/** Zero-based line and column of a UTF-16 offset. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length - 1, column: offset - lineStart };
}

/** Value of a header such as `// rewrites: 7` or `# rewrites: 7`, if a comment line of the fixture has it. */
export function header(fixture: string, name: string): string | undefined {
  return new RegExp(`^\\s*(?://|#)\\s*${name}:\\s*(.+?)\\s*$`, "m").exec(fixture)?.[1];
}

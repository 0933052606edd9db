/** What stands in what, in the text of JavaScript or TypeScript: brackets that belong together, found without a parser. */

const SLASH = 47;
const STAR = 42;
const BACKSLASH = 92;
const LINE_FEED = 10;
const BACKTICK = 96;
const DOLLAR = 36;

/** Behind these a slash begins a regular expression: where an expression has to follow. */
const BEFORE_PATTERN = new Set(Array.from("(,=:[!&|?{};+-*%~^", (character) => character.charCodeAt(0)));
/** So do these words; no longer ones. */
const WORD_BEFORE_PATTERN = /\b(?:return|typeof|case|in|of|do|else|await|yield|void|delete|throw)\s*$/;
const LONGEST_WORD = 12;

export class Blocks {
  /** Offsets of opening brackets, in the order of the text, and of those that close them. */
  private readonly opening: number[] = [];
  private readonly closing: number[] = [];

  constructor(private readonly text: string) {
    this.scan();
  }

  /** Offset of the bracket that closes the one at `open`; the end of the text where none does, `open` where that is no bracket. */
  endOf(open: number): number {
    const index = this.indexOf(open);
    return this.opening[index] === open ? (this.closing[index] ?? this.text.length) : open;
  }

  /** Offset of the bracket that closes the innermost pair around `offset`; the end of the text outside of all pairs. */
  closeAround(offset: number): number {
    for (let index = this.indexOf(offset); index >= 0; index--) {
      const close = this.closing[index] ?? this.text.length;
      if (close > offset) return close;
    }
    return this.text.length;
  }

  /** The last pair that opens at `offset` or before. */
  private indexOf(offset: number): number {
    let [low, high] = [0, this.opening.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.opening[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private scan(): void {
    const { text } = this;
    const open: number[] = [];
    /** Depths at which a template's expression ends and its text goes on. */
    const templates: number[] = [];
    let before = 0;
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code <= 32) continue;
      switch (text.charAt(offset)) {
        case '"':
        case "'":
          offset = endOfQuoted(text, offset, code);
          break;
        case "`":
          offset = this.endOfTemplate(offset + 1, open, templates);
          break;
        case "/": {
          const end = this.endOfSlash(offset, before);
          const isComment = /[/*]/.test(text[offset + 1] ?? "");
          offset = end;
          if (isComment) continue;
          break;
        }
        case "(":
        case "[":
        case "{":
          open.push(this.opening.push(offset) - 1);
          break;
        case ")":
        case "]":
        case "}": {
          const index = open.pop();
          if (index !== undefined) this.closing[index] = offset;
          if (templates.at(-1) === open.length) {
            templates.pop();
            offset = this.endOfTemplate(offset + 1, open, templates);
          }
          break;
        }
      }
      before = code;
    }
  }

  /** From inside a template's text to its end, or to the bracket of the next expression in it. */
  private endOfTemplate(start: number, open: number[], templates: number[]): number {
    const { text } = this;
    for (let offset = start; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === BACKSLASH) offset++;
      else if (code === BACKTICK) return offset;
      else if (code === DOLLAR && text[offset + 1] === "{") {
        templates.push(open.length);
        open.push(this.opening.push(offset + 1) - 1);
        return offset + 1;
      }
    }
    return text.length;
  }

  /** The end of a comment or a regular expression; a division is its own end. */
  private endOfSlash(offset: number, before: number): number {
    const { text } = this;
    const next = text.charCodeAt(offset + 1);
    if (next === SLASH) return endOrAll(text, text.indexOf("\n", offset));
    if (next === STAR) {
      const end = text.indexOf("*/", offset + 2);
      return end < 0 ? text.length : end + 1;
    }
    const isPattern =
      before === 0 ||
      BEFORE_PATTERN.has(before) ||
      WORD_BEFORE_PATTERN.test(text.slice(Math.max(0, offset - LONGEST_WORD), offset));
    return isPattern ? endOfPattern(text, offset) : offset;
  }
}

function endOrAll(text: string, end: number): number {
  return end < 0 ? text.length : end;
}

/** A quoted text ends on its line: what looks longer is none. */
function endOfQuoted(text: string, start: number, quote: number): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === BACKSLASH) offset++;
    else if (code === quote) return offset;
    else if (code === LINE_FEED) return start;
  }
  return start;
}

function endOfPattern(text: string, start: number): number {
  let isInClass = false;
  for (let offset = start + 1; offset < text.length; offset++) {
    const character = text[offset];
    if (character === "\\") offset++;
    else if (character === "[") isInClass = true;
    else if (character === "]") isInClass = false;
    else if (character === "\n") return start;
    else if (character === "/" && !isInClass) return offset;
  }
  return start;
}

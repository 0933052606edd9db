/**
 * Which names a text has, in a form that is small and quickly asked: which file could use something, before any parser
 * looks at it. A name is kept as 29 bits of a hash; two names that share them cost a look at a file too many, no more.
 */

/** Where a name can stand. Sets of them are added up. */
export const AFTER_DOT = 1;
/** In quotes, or before one of `,` `}` `:` `=`: a member can be taken out of an object so, too. */
export const TAKEN_OUT = 2;
export const ELSEWHERE = 4;
export const ANYWHERE = AFTER_DOT | TAKEN_OUT | ELSEWHERE;

const [TAB, LINE_FEED, RETURN, SPACE, DOT, SLASH, COMMA, COLON, EQUALS, CLOSING, STAR] = Array.from(
  "\t\n\r ./,:=}*",
  codeOf,
);
const QUOTES: ReadonlySet<number> = new Set(Array.from("\"'`", codeOf));

/** By character code below 128: part of a name. */
const IN_NAME = Uint8Array.from({ length: 128 }, (_, code) => Number(/[\w$]/.test(String.fromCharCode(code))));

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

export class Words {
  /** Open addressing: the hash in the upper bits, in the lower three where the name stands; 0 is free. */
  private slots = new Int32Array(256);
  private size = 0;
  /** A dot stands before a comment: what comes behind that is anybody's guess. */
  private isDotApart = false;

  constructor(text: string) {
    this.scan(text);
  }

  /** Whether the text has the name in one of `places`. It is taken to have a name that isn't all ASCII letters, digits, `_` and `$`. */
  has(name: string, places: number): boolean {
    let hash = START;
    for (let index = 0; index < name.length; index++) {
      const code = name.charCodeAt(index);
      if (!isInName(code)) return true;
      hash = Math.imul(hash ^ code, PRIME);
    }
    const found = this.slots[this.slotOf(hash & ~ANYWHERE)] ?? 0;
    return (found & (this.isDotApart ? ANYWHERE : places)) !== 0;
  }

  private scan(text: string): void {
    const { length } = text;
    let before = 0;
    for (let index = 0; index < length; index++) {
      let code = text.charCodeAt(index);
      if (!isInName(code)) {
        if (isSpace(code)) continue;
        if (code === SLASH && before === DOT && isComment(text, index)) this.isDotApart = true;
        before = code;
        continue;
      }
      let hash = START;
      do {
        hash = Math.imul(hash ^ code, PRIME);
        code = ++index < length ? text.charCodeAt(index) : 0;
      } while (isInName(code));
      while (isSpace(code)) code = ++index < length ? text.charCodeAt(index) : 0;
      this.add(hash & ~ANYWHERE, placesOf(before, code));
      index--;
      // Nothing that counts before a name is part of one.
      before = 0;
    }
  }

  private add(hash: number, places: number): void {
    const slot = this.slotOf(hash);
    const found = this.slots[slot] ?? 0;
    this.slots[slot] = found | hash | places;
    if (found === 0 && ++this.size * 2 > this.slots.length) this.grow();
  }

  /** The slot that holds the hash, or the free one that would. */
  private slotOf(hash: number): number {
    const { slots } = this;
    const last = slots.length - 1;
    let slot = (hash >>> 3) & last;
    for (;;) {
      const found = slots[slot] ?? 0;
      if (found === 0 || (found & ~ANYWHERE) === hash) return slot;
      slot = (slot + 1) & last;
    }
  }

  private grow(): void {
    const earlier = this.slots;
    this.slots = new Int32Array(earlier.length * 2);
    for (const found of earlier) if (found !== 0) this.slots[this.slotOf(found & ~ANYWHERE)] = found;
  }
}

/** FNV-1a. */
const START = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function placesOf(before: number, after: number): number {
  const isTakenOut =
    QUOTES.has(before) ||
    after === COMMA ||
    after === CLOSING ||
    after === COLON ||
    after === EQUALS ||
    // A comment comes first.
    after === SLASH;
  return (before === DOT ? AFTER_DOT : 0) | (isTakenOut ? TAKEN_OUT : 0) || ELSEWHERE;
}

function isInName(code: number): boolean {
  return code < 128 && IN_NAME[code] === 1;
}

function isComment(text: string, start: number): boolean {
  const second = text.charCodeAt(start + 1);
  return second === SLASH || second === STAR;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === RETURN;
}

/** The part of the contract that is about computing: loops, walks, recursions and patterns, as `FileFacts` has them. */
import type { Reference } from "./facts";

/** Classes of operations, as the cost model prices them (server/catalogue/operations.json). */
export const OPERATIONS = [
  /** What a loop itself costs each time around: its counter or iterator. */
  "iteration",
  /** One operator on numbers, comparisons too. */
  "arithmetic",
  /** One member or element that is read or written. */
  "access",
  /** One call of a function. */
  "call",
  /** One object, array, closure or string that is made. */
  "allocation",
  /** One element that native code walks through: `sum(range(n))`, `Array.from({ length: n })`. */
  "element",
  /** One element that native code sorts. */
  "sorted",
] as const;
export type Operation = (typeof OPERATIONS)[number];

/**
 * Something that holds the event loop by computing and may be heavy; whether it is, `core/work.ts` says. What surely gives
 * control back each time around isn't listed, nor are loops inside others, unless they have a sign or a known number of
 * iterations of their own that makes them heavy.
 */
export interface WorkFacts {
  /** `walk`: native code or a callback over elements (`sum`, `reduce`); `recursion`: a function; `pattern`: a regular expression. */
  readonly kind: "loop" | "walk" | "recursion" | "pattern";
  /** As people write it: `for`, `while`, `list comprehension`; the function called; the expression. */
  readonly name: string;
  /** How often it goes around, where literals tell: at least so often. Loops around it aren't counted. */
  readonly iterations?: number;
  /** Something in it (`break`, `return`) may end it sooner: `iterations` is how often at most. */
  readonly isUpperBound?: true;
  /** Operations of one time around; those of loops inside are multiplied in where their number is known, else counted once. */
  readonly operations: Readonly<Partial<Record<Operation, number>>>;
  /** The text shows that what it goes through is input of any size; not said where literals tell how often it goes around. */
  readonly onInput?: true;
  /** What in its form makes it heavy, however many iterations. */
  readonly sign?: WorkSign;
  /** Asynchronous functions of ours that it awaits each time around: if one of them gives control back, so does it. */
  readonly awaits?: readonly Reference[];
  /**
   * It goes through this parameter of the function around it, or as often as that says: `operations` are those of one element.
   * Who calls the function with something large (`ArgumentFacts.size`) is told of it.
   */
  readonly through?: { readonly index: number; readonly name: string };
}

export type WorkSign =
  /** It goes around until a clock or something else has changed; `until`: its condition as written. */
  | { readonly kind: "busy-wait"; readonly until: string }
  /** Nothing ends it and nothing in it gives control back. */
  | { readonly kind: "endless" }
  /**
   * For each element of `over` it walks through as many again: by a loop inside (`inner` is its head's keyword, `for`), or by
   * a search (`inner` is the method, `includes`) in something that grows with `over`. `onInput`: the text shows that `over`
   * is input of any size, and that each element of it meets all of them; else it may be as short as the columns of a table.
   */
  | {
      readonly kind: "quadratic";
      readonly over: string;
      readonly inner: string;
      readonly isSearch: boolean;
      readonly onInput: boolean;
    }
  /** It goes through the rows of `over`, a table of a library in native code, by an object or a call for each. */
  | { readonly kind: "rows"; readonly over: string }
  /** A function that calls itself several times each time, without keeping results: `calls` of them. */
  | { readonly kind: "exponential"; readonly calls: number }
  /** A regular expression with repeated repetitions: `part`, the repeated part as written. */
  | { readonly kind: "backtracking"; readonly part: string };

/** Colours of text output, and what keeps a file's own characters from acting on the terminal. */
import type { Severity } from "../../core/findings";
import type { Colour } from "./args";

export type Paint = "bold" | "dim" | "red" | "yellow" | "blue" | "cyan" | "green";

/** Codes of ECMA-48: on, off. */
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const satisfies Record<Paint, readonly [number, number]>;

export const SEVERITY_PAINT = {
  hint: "cyan",
  information: "blue",
  warning: "yellow",
  error: "red",
} as const satisfies Record<Severity, Paint>;

export type Painter = (paint: Paint, text: string) => string;

export function createPainter(useColour: boolean): Painter {
  if (!useColour) return (_paint, text) => text;
  return (paint, text) => `\u001B[${CODES[paint][0]}m${text}\u001B[${CODES[paint][1]}m`;
}

/** The option decides, then NO_COLOR (no-color.org), then FORCE_COLOR, then whether a terminal reads. */
export function wantsColour(option: Colour, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (option !== "auto") return option === "always";
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "") return env.FORCE_COLOR !== "0";
  return isTerminal && env.TERM !== "dumb";
}

/** Control characters (a file name or a source line may hold an escape sequence) shown as a dot; tabs stay. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]/g, "·");
}

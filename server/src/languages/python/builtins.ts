/** Names that are there without an import, as Python 3.14 has them; exceptions are left out. */
const BUILTINS: ReadonlySet<string> = new Set(
  `
  abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex
  delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help
  hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord
  pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type
  vars zip
  `
    .trim()
    .split(/\s+/),
);

/** Whether a name that nobody binds is a built-in function or type; no module is expected to hand on another under it. */
export function isBuiltin(name: string): boolean {
  return BUILTINS.has(name);
}

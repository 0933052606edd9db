/** What is known of a name: the ways in which its scope binds it. */
import type { PyNode } from "./tree";

/** What a pattern takes: the element at an index, one of them, or what is left over. */
export type Pick = number | "any" | "rest";

/** One way in which a name gets a value. */
export type Source =
  /** `import a.b as c` → `a`, [`b`]; `from .m import x` → `.m`, [`x`]. */
  | { readonly kind: "import"; readonly specifier: string; readonly members: readonly string[]; readonly at: PyNode }
  | {
      readonly kind: "value";
      readonly value: PyNode | undefined;
      readonly annotation: PyNode | undefined;
      readonly at: PyNode;
    }
  /** What `pattern` takes at `picks`, index by index, of a value, or of one element of an iterable. */
  | { readonly kind: "part"; readonly value: PyNode; readonly picks: readonly Pick[]; readonly at: PyNode }
  | { readonly kind: "element"; readonly iterable: PyNode; readonly picks: readonly Pick[]; readonly at: PyNode }
  /** What `with value as name` gives. */
  | { readonly kind: "entered"; readonly value: PyNode; readonly at: PyNode }
  | {
      readonly kind: "parameter";
      readonly node: PyNode;
      readonly annotation: PyNode | undefined;
      /** `*` or `**` before it. */
      readonly stars: number;
      readonly of: PyNode;
      readonly index: number;
    }
  | { readonly kind: "function"; readonly node: PyNode }
  | { readonly kind: "class"; readonly node: PyNode }
  | { readonly kind: "other"; readonly at: PyNode };

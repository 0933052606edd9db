/** JavaScript and TypeScript. */
import type { Language } from "../language";
import { extractFacts } from "./facts";

export const typescript: Language = {
  id: "typescript",
  extensions: [".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts", ".tsx"],
  facts: extractFacts,
  fixes: (_f, _t, targets) => targets.map(() => ({ fixes: [] })),
  fixAll: () => [],
  suppressions: () => [],
  removeComment: () => [],
};

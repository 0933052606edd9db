/** JavaScript and TypeScript. */
import type { Language } from "../language";
import { extractFacts } from "./facts";
import { fixAllEdits, fixesFor } from "./fixes";
import { removeComment, suppressionFixes } from "./fixes/suppressions";

export const typescript: Language = {
  id: "typescript",
  extensions: [".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts", ".tsx"],
  facts: extractFacts,
  fixes: fixesFor,
  fixAll: fixAllEdits,
  suppressions: suppressionFixes,
  removeComment,
};

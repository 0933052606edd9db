/** JavaScript and TypeScript. */
import type { Language } from "../language";
import { TYPESCRIPT_EXTENSIONS } from "./extensions";
import { extractFacts } from "./facts";
import { fixAllEdits, fixesFor } from "./fixes";
import { makeAsync } from "./fixes/async";
import { declarationOf } from "./fixes/declaration";
import { removeComment, suppressionFixes } from "./fixes/suppressions";
import { extractWork } from "./fixes/work/extract";
import { mentionsOf } from "./mentions";

export const typescript: Language = {
  id: "typescript",
  extensions: TYPESCRIPT_EXTENSIONS,
  facts: extractFacts,
  fixes: fixesFor,
  fixAll: fixAllEdits,
  suppressions: suppressionFixes,
  removeComment,
  mentions: mentionsOf,
  declarationOf,
  makeAsync,
  extract: extractWork,
};

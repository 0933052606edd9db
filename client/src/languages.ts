/** Which documents the extension looks after, in a form that the editor and the protocol both take. */

const LANGUAGES = ["javascript", "javascriptreact", "typescript", "typescriptreact", "python"];

/** Source files, saved or not yet. */
export const SOURCES = LANGUAGES.flatMap((language) => [
  { language, scheme: "file" },
  { language, scheme: "untitled" },
]);

/** Configuration files: what is wrong in them is shown in them. */
export const CONFIGURATION = { scheme: "file", pattern: "**/unblock.json" };

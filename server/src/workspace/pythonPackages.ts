/** Which PyPI packages a project says that it needs: pyproject.toml (PEP 621, Poetry) and requirements.txt. */

export type Packages = Readonly<Record<string, "required" | "optional">>;

/** Extras and groups for those who work on the project: they say nothing of what its own code runs under. */
const FOR_DEVELOPERS =
  /^(dev|develop|development|test|tests|testing|doc|docs|lint|linting|typing|types|ci|build|release)$/;

/** Packages of a pyproject.toml; empty when it names none. Text that isn't TOML gives what can be read of it. */
export function packagesOfPyproject(text: string): Packages {
  const found = new Map<string, "required" | "optional">();
  for (const { table, key, value } of assignments(text)) {
    if (table === "project" && key === "dependencies") addAll(found, stringsOf(value), "required");
    const isExtra = table === "project.optional-dependencies" && !FOR_DEVELOPERS.test(key);
    if (isExtra) addAll(found, stringsOf(value), "optional");
    if (table === "tool.poetry.dependencies" && key !== "python") {
      addAll(found, [key], /\boptional\s*=\s*true\b/.test(value) ? "optional" : "required");
    }
  }
  return Object.fromEntries(found);
}

/** Packages of a requirements.txt; options, paths and addresses are left out. */
export function packagesOfRequirements(text: string): Packages {
  const found = new Map<string, "required" | "optional">();
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(/(^|\s)#.*$/, "").trim());
  const names = lines.filter((line) => /^[A-Za-z0-9]/.test(line) && !/^[^\s@]*[:/\\]/.test(line));
  addAll(found, names, "required");
  return Object.fromEntries(found);
}

function addAll(
  found: Map<string, "required" | "optional">,
  requirements: readonly string[],
  kind: "required" | "optional",
): void {
  for (const requirement of requirements) {
    const [name] = /^\s*[A-Za-z0-9][A-Za-z0-9._-]*/.exec(requirement) ?? [];
    // PEP 503: letters in lower case, runs of other signs as one hyphen.
    const normal = name
      ?.trim()
      .toLowerCase()
      .replace(/[-_.]+/g, "-");
    if (normal !== undefined && found.get(normal) !== "required") found.set(normal, kind);
  }
}

interface Assignment {
  readonly table: string;
  readonly key: string;
  readonly value: string;
}

/** `key = value` by table; an array may go over several lines. */
function* assignments(text: string): Generator<Assignment> {
  let table = "";
  let open: { readonly key: string; value: string } | undefined;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (open !== undefined) open.value += `\n${line}`;
    else {
      const [, header] = /^\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$/.exec(line) ?? [];
      if (header !== undefined) table = header.replace(/["'\s]/g, "");
      const [, key, value] = header === undefined ? (/^\s*["']?([\w.-]+)["']?\s*=(.*)$/.exec(line) ?? []) : [];
      if (key === undefined || value === undefined) continue;
      open = { key, value };
    }
    const { key, value } = open;
    if (isOpenArray(value)) continue;
    yield { table, key, value };
    open = undefined;
  }
}

/** Whether an array's closing bracket is still to come; those in strings and comments don't count. */
function isOpenArray(value: string): boolean {
  const bare = value.replace(TOKENS, (token) => (token.startsWith("#") || /^["']/.test(token) ? "" : token));
  return bare.trimStart().startsWith("[") && !bare.trimEnd().endsWith("]");
}

const TOKENS = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*/g;

function stringsOf(value: string): readonly string[] {
  return [...value.matchAll(TOKENS)].flatMap(([token]) => (token.startsWith("#") ? [] : [token.slice(1, -1)]));
}

/** Small workspaces that call each other at random, in both languages, and random edits of them. */
import * as fc from "fast-check";

/** Files `m0`, `m1`, … each with functions `f0`, `f1`, … and a class with methods `f0`, `f1`, …. */
export const FILES = 4;
export const FUNCTIONS = 2;

export type LanguageName = "typescript" | "python";

/** What a function does; `file` and `name` are numbers of a file and of a function or method in it. */
export type Action =
  | { readonly does: "block" }
  /** Of the object itself, where the function is a method: a class that extends this one may have its own. */
  | { readonly does: "self"; readonly name: number }
  | {
      readonly does: "call" | "method" | "iterate" | "hand over" | "through barrel";
      readonly file: number;
      readonly name: number;
    };

export interface FunctionModel {
  readonly kind: "sync" | "async" | "generator";
  readonly body: readonly Action[];
}

export interface FileModel {
  readonly functions: readonly FunctionModel[];
  readonly methods: readonly FunctionModel[];
  /** Lines in front of everything, so that positions move. */
  readonly blankLines: number;
  /** A comment that silences the whole file. */
  readonly isSilenced: boolean;
  /** The class extends that of another file. */
  readonly base: number | undefined;
}

/** `isFolder`: the module is a folder's index, which gives way to a file of its name. */
export type Change =
  | { readonly kind: "write" | "open"; readonly file: number; readonly isFolder: boolean; readonly model: FileModel }
  /** `show`: an editor opens it as it is. */
  | { readonly kind: "show" | "close" | "delete"; readonly file: number; readonly isFolder: boolean };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Action>({ does: "block" }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("self"), name: fc.nat(FUNCTIONS - 1) }) },
  {
    weight: 7,
    arbitrary: fc.record({
      does: fc.constantFrom("call", "method", "iterate", "hand over", "through barrel"),
      file: fc.nat(FILES - 1),
      name: fc.nat(FUNCTIONS - 1),
    }),
  },
);

const functionModel: fc.Arbitrary<FunctionModel> = fc.record({
  kind: fc.constantFrom("sync", "sync", "sync", "async", "async", "generator"),
  body: fc.array(action, { maxLength: 2 }),
});

const members = fc.array(functionModel, { maxLength: FUNCTIONS });

const mostlyNot = fc.constantFrom(false, false, false, true);

export const fileModel: fc.Arbitrary<FileModel> = fc.record({
  functions: members,
  methods: members,
  blankLines: fc.nat(2),
  isSilenced: mostlyNot,
  base: fc.option(fc.nat(FILES - 1), { nil: undefined }),
});

/** Edits meet each other more often when few files are edited. */
const editedFile = fc.nat(1);

/** The modules at the start: each a file, or a folder with an index. */
export const modules = fc.array(fc.record({ model: fileModel, isFolder: mostlyNot }), {
  minLength: FILES,
  maxLength: FILES,
});

export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("write", "open"),
    file: editedFile,
    isFolder: mostlyNot,
    model: fileModel,
  }),
  fc.record({ kind: fc.constantFrom("show", "close", "delete"), file: editedFile, isFolder: mostlyNot }),
);

export function fileName(language: LanguageName, file: number, isFolder: boolean): string {
  const module = `m${String(file)}`;
  if (language === "python") return isFolder ? `${module}/__init__.py` : `${module}.py`;
  return isFolder ? `${module}/index.ts` : `${module}.ts`;
}

export function barrel(language: LanguageName): { readonly name: string; readonly text: string } {
  const files = Array.from({ length: FILES }, (_, file) => file);
  return language === "python"
    ? { name: "barrel.py", text: files.map((file) => `from m${String(file)} import *\n`).join("") }
    : { name: "barrel.ts", text: files.map((file) => `export * from "./m${String(file)}";\n`).join("") };
}

export function render(language: LanguageName, model: FileModel, isFolder: boolean): string {
  return language === "python" ? renderPython(model) : renderTypeScript(model, isFolder);
}

/** What the file needs to import: only that, so that not every file reaches what blocks. */
function usesOf({ functions, methods, base }: FileModel): {
  readonly blocks: boolean;
  readonly barrel: boolean;
  readonly files: readonly number[];
} {
  const actions = [...functions, ...methods].flatMap(({ body }) => body);
  const named = actions.flatMap((action) => {
    if (action.does === "block" || action.does === "self" || action.does === "through barrel") return [];
    return action.does === "hand over" ? [0, action.file] : [action.file];
  });
  return {
    blocks: actions.some(({ does }) => does === "block"),
    barrel: actions.some(({ does }) => does === "through barrel"),
    files: [...new Set(base === undefined ? named : [...named, base])],
  };
}

function renderTypeScript(model: FileModel, isFolder: boolean): string {
  const { functions, methods, blankLines, isSilenced, base } = model;
  const { blocks, barrel, files } = usesOf(model);
  const up = isFolder ? "../" : "./";
  const head = [
    ...(isSilenced ? ["// unblock-ignore-file"] : []),
    ...Array<string>(blankLines).fill(""),
    ...(blocks ? ['import * as fs from "node:fs";'] : []),
    ...(barrel ? [`import * as barrel from "${up}barrel";`] : []),
    ...files.map((file) => `import * as m${String(file)} from "${up}m${String(file)}";`),
    "export function each(run: () => unknown) { return run(); }",
  ];
  const body = (list: readonly Action[], kind: FunctionModel["kind"]): string =>
    [...list.map(typescriptAction), ...(kind === "generator" ? ["yield 1;"] : [])].map((line) => ` ${line}`).join("\n");
  const bare = functions.map(
    ({ kind, body: list }, index) =>
      `export ${kind === "async" ? "async " : ""}function${kind === "generator" ? "*" : ""} f${String(index)}(): any {\n${body(list, kind)}\n}`,
  );
  const inClass = methods.map(
    ({ kind, body: list }, index) =>
      ` ${kind === "async" ? "async " : ""}${kind === "generator" ? "*" : ""}f${String(index)}(): any {\n${body(list, kind)}\n }`,
  );
  const bases = base === undefined ? "" : ` extends m${String(base)}.C`;
  return [...head, ...bare, `export class C${bases} {`, ...inClass, "}", ""].join("\n");
}

function typescriptAction(action: Action): string {
  if (action.does === "block") return 'fs.readFileSync("x");';
  if (action.does === "self") return `this?.f${String(action.name)}();`;
  const [module, name] = [`m${String(action.file)}`, `f${String(action.name)}`];
  switch (action.does) {
    case "call":
      return `${module}.${name}();`;
    case "method":
      return `new ${module}.C().${name}();`;
    case "iterate":
      return `for (const x of ${module}.${name}()) void x;`;
    case "hand over":
      return `m0.each(${module}.${name});`;
    case "through barrel":
      return `barrel.${name}();`;
  }
}

function renderPython(model: FileModel): string {
  const { functions, methods, blankLines, isSilenced, base } = model;
  const { blocks, barrel, files } = usesOf(model);
  const head = [
    ...(isSilenced ? ["# unblock-ignore-file"] : []),
    ...Array<string>(blankLines).fill(""),
    ...(blocks ? ["import time"] : []),
    ...(barrel ? ["import barrel"] : []),
    ...files.map((file) => `import m${String(file)}`),
    "def each(run):",
    "    return run()",
  ];
  const body = (list: readonly Action[], kind: FunctionModel["kind"], indent: string): string =>
    [...list.map(pythonAction), kind === "generator" ? "yield 1" : "pass"].map((line) => indent + line).join("\n");
  const bare = functions.map(
    ({ kind, body: list }, index) =>
      `${kind === "async" ? "async " : ""}def f${String(index)}():\n${body(list, kind, "    ")}`,
  );
  const inClass = methods.map(
    ({ kind, body: list }, index) =>
      `    ${kind === "async" ? "async " : ""}def f${String(index)}(self):\n${body(list, kind, "        ")}`,
  );
  const bases = base === undefined ? "" : `(m${String(base)}.C)`;
  return [...head, ...bare, `class C${bases}:`, ...inClass, ""].join("\n");
}

function pythonAction(action: Action): string {
  if (action.does === "block") return "time.sleep(1)";
  if (action.does === "self") return `self.f${String(action.name)}()`;
  const [module, name] = [`m${String(action.file)}`, `f${String(action.name)}`];
  switch (action.does) {
    case "call":
      return `${module}.${name}()`;
    case "method":
      return `${module}.C().${name}()`;
    case "iterate":
      return `list(x for x in ${module}.${name}())`;
    case "hand over":
      return `m0.each(${module}.${name})`;
    case "through barrel":
      return `barrel.${name}()`;
  }
}

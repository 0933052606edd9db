/** Type errors of TypeScript fixture programs, as strict as a strict project is. */
import { join, relative } from "node:path";
import * as ts from "typescript";
import { MODULES, slashed } from "./fixtures";

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  typeRoots: [join(MODULES, "@types")],
  paths: { "*": [join(MODULES, "*")] },
};

/** Library and package declarations are the same for every program: parsed once. */
const declarations = new Map<string, ts.SourceFile | undefined>();

/** One line an error, `file(line): TS1234 message`; line numbers are one-based. */
export function typeErrors(files: readonly string[], folder: string): readonly string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const parse = host.getSourceFile.bind(host);
  host.getCurrentDirectory = () => folder;
  host.getSourceFile = (file, ...rest) => {
    if (!file.includes("/node_modules/")) return parse(file, ...rest);
    if (!declarations.has(file)) declarations.set(file, parse(file, ...rest));
    return declarations.get(file);
  };
  const program = ts.createProgram(files, OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
    if (diagnostic.file === undefined) return `TS${diagnostic.code} ${message}`;
    const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    return `${slashed(relative(folder, diagnostic.file.fileName))}(${line + 1}): TS${diagnostic.code} ${message}`;
  });
}

/** The pool that runs worker files: the file's own, or a new one beside its imports. */
import { ts } from "ts-morph";
import { pathText } from "../../../values";
import type { ExtractionSite } from "../../../../language";
import { accessOther } from "../../callee";
import { insertionPoint, styleOf } from "../../importSyntax";
import type { ImportNeed, LocalEdit, Workbench } from "../../plan";
import { layoutOf } from "../layout";

const POOLS: ReadonlySet<string> = new Set(["piscina", "piscina.Piscina", "tinypool", "tinypool.Tinypool"]);

export interface Pool {
  readonly name: string;
  /** Path of its worker file. */
  readonly file: string;
  readonly edits: readonly LocalEdit[];
  readonly needs: readonly ImportNeed[];
  /** It is made here: the package has to be there. */
  readonly isNew: boolean;
}

/** A pool of the file, made at its top, whose worker file is beside it. */
export function ownPool(bench: Workbench, { textOf }: ExtractionSite): Pool | undefined {
  for (const statement of bench.file.tree.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || initializer === undefined || !ts.isNewExpression(initializer)) continue;
      if (!POOLS.has(pathText(bench.evaluator.calleeOf(initializer)) ?? "")) continue;
      const file = [...textsIn(initializer)]
        .flatMap((text) => sourcesOf(bench.file.file, text))
        .find((one) => textOf(one) !== undefined);
      if (file !== undefined) return { name: name.text, file, edits: [], needs: [], isNew: false };
    }
  }
  return undefined;
}

function* textsIn(node: ts.Node): Generator<string> {
  if (ts.isStringLiteralLike(node)) yield node.text;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* textsIn(child);
}

/** Files that `./stats.worker.js` may be, beside `file`. */
function sourcesOf(file: string, specifier: string): readonly string[] {
  const [, name, extension] = /^(?:\.\/)?([^/\\]+)(\.[cm]?[jt]s)$/.exec(specifier) ?? [];
  if (name === undefined || extension === undefined) return [];
  const folder = file.slice(0, Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return [extension, extension.replace("js", "ts")].map((end) => folder + name + end);
}

/** `const pool = new Piscina({ filename: … })` behind the imports. */
export function newPool(bench: Workbench, at: ts.Node, file: string, site: ExtractionSite): Pool {
  const { tree } = bench.file;
  const name = bench.names.freshName("pool");
  const piscina = accessOther(bench.names, at, "piscina", "Piscina");
  const style = styleOf(bench);
  const { unit } = layoutOf(tree);
  const quoted = (text: string): string => style.quote + text + style.quote;
  const needs = [...piscina.needs];
  const end = file.slice(file.lastIndexOf("."));
  const source = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const built = source.slice(0, -end.length) + end.replace("ts", "js");
  let filename: string;
  if (site.modules === "commonjs") {
    const join = accessOther(bench.names, at, "node:path", "join");
    needs.push(...join.needs);
    filename = `${join.text}(__dirname, ${quoted(site.runs === "source" ? source : built)})`;
  } else {
    const relative =
      site.runs === "both"
        ? `import.meta.url.endsWith(${quoted(end)}) ? ${quoted(`./${source}`)} : ${quoted(`./${built}`)}`
        : quoted(`./${site.runs === "source" ? source : built}`);
    filename = `new URL(${relative}, import.meta.url).href`;
  }
  const options = [`filename: ${filename}`];
  if (site.loader === "tsx" && site.modules === "esm")
    options.push(`execArgv: ${tsxArguments(site, end, style.quote)}`);
  const isLong = options.join(", ").length > 90;
  const lines = isLong ? options.map((option) => `\n${unit}${option},`).join("") + "\n" : ` ${options.join(", ")} `;
  const text = `const ${name} = new ${piscina.text}({${lines}})${style.semicolon}`.replace(/\n/g, style.newline);
  const behind = insertionPoint(tree, undefined, ["", text], style);
  // In front of the first statement an empty line keeps it apart.
  const isInFront = behind.text.endsWith(style.newline);
  const point = isInFront ? { ...behind, text: behind.text + style.newline } : behind;
  return { name, file, edits: [point], needs, isNew: true };
}

/**
 * tsx doesn't reach worker threads from Node.js 20.6 on (https://github.com/privatenumber/tsx/issues/354), so they register it. A
 * module of its own would be one more file; `data:` has no packages, hence the resolved URL.
 */
function tsxArguments({ runs }: ExtractionSite, end: string, quote: string): string {
  const register = `["--import", \`data:text/javascript,import { register } from "\${import.meta.resolve("tsx/esm/api")}"; register();\`]`;
  const written =
    quote === "'" ? register.replace('"--import"', "'--import'").replace('"tsx/esm/api"', "'tsx/esm/api'") : register;
  return runs === "both" ? `import.meta.url.endsWith(${quote}${end}${quote}) ? ${written} : []` : written;
}

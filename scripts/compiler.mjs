/**
 * The TypeScript compiler in the bundles. `ts-morph` is the pinned way to it, but its own wrappers aren't used, and of the compiler the parser and the
 * binder are. Reading all of it would be a third of what a run over one file takes: what is shipped is the part that is used, as a file of its own,
 * because inside a bundle V8 would read it twice before it runs.
 */
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const nearProject = createRequire(import.meta.url);
const nearMorph = createRequire(nearProject.resolve("ts-morph"));
const file = join(dirname(nearMorph.resolve("@ts-morph/common")), "typescript.js");
const compiler = nearProject(file);
const frontEnd = fileURLToPath(new URL("../server/src/languages/typescript", import.meta.url));
const IN_FRONT_END = /[/\\]languages[/\\]typescript[/\\].*\.ts$/;

/** Internal functions, which the front end reaches by a cast. */
const INTERNAL = ["bindSourceFile"];

/** How the file that is shipped is made: the compiler becomes a module of what the front end uses, so that the bundler leaves out everything else. */
export const compilerBundle = {
  entryPoints: [file],
  outfile: "server/dist/typescript.js",
  plugins: [
    {
      name: "compiler",
      setup(build) {
        build.onLoad({ filter: /[/\\]typescript\.js$/ }, async ({ path }) => ({
          contents: moduleOf(await readFile(path, "utf8")),
        }));
      },
    },
  ],
};

/** The compiler's file, relative to `root`, for the notices. */
export const compilerInput = (root) => relative(root, file).replaceAll(sep, "/");

/**
 * Gives the two programs the compiler that lies beside them. Each function of it is a getter of one object, which costs
 * more than many of the functions do, and a member of an enumeration is two look-ups; both are what a walk over a syntax
 * tree is made of. Here functions become variables of the bundle, and members of enumerations become numbers.
 */
export const sharedCompiler = {
  name: "shared-compiler",
  setup(build) {
    // A name that isn't in the compiler would be undefined when it is used.
    build.initialOptions.logOverride = { "import-is-undefined": "error" };
    build.onLoad({ filter: IN_FRONT_END }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(
        /^import \{ ts \} from "ts-morph";$/m,
        'import * as ts from "ts-morph";',
      ),
      loader: "ts",
    }));
    build.onResolve({ filter: /^ts-morph$/ }, () => ({ path: "ts-morph", namespace: "compiler" }));
    build.onResolve({ filter: /./, namespace: "compiler" }, () => ({ path: "./typescript.js", external: true }));
    build.onLoad({ filter: /./, namespace: "compiler" }, () => ({ contents: namedExports(), loader: "ts" }));
  },
};

/**
 * The compiler's own text without what wraps it up for all module systems, with exports. Of the services for editors only those parts are taken that
 * give nodes their methods: all others register themselves when they are loaded, and nothing could be left out.
 */
function moduleOf(text) {
  const [head, ...parts] = text.split(/^(?=\/\/ src\/)/m);
  const isNeeded = (part) => /^\/\/ src\/(?:compiler\/|services\/(?:types|utilities|services)\.ts)/.test(part);
  const helpers = head.slice(head.indexOf("var __defProp"));
  const names = usedNames().filter((name) => !isEnumeration(compiler[name]));
  return [helpers, ...parts.filter(isNeeded), `export { ${names.join(", ")} };`].join("\n");
}

/** What the front end's sources name of the compiler, and it has: types are gone there. */
function usedNames() {
  const sources = readdirSync(frontEnd, { recursive: true }).filter((name) => name.endsWith(".ts"));
  const named = sources.flatMap((name) => readFileSync(join(frontEnd, name), "utf8").match(/(?<=\bts\.)\w+/g) ?? []);
  return [...new Set([...named, ...INTERNAL])].filter((name) => name in compiler).sort();
}

/** A module with what the front end uses of the compiler, each under its name. */
function namedExports() {
  const lines = usedNames().map((name) => {
    const value = compiler[name];
    if (!isEnumeration(value)) return `export const ${name} = /* @__PURE__ */ of("${name}");`;
    const members = Object.entries(value).filter(([, number]) => typeof number === "number");
    return `export enum ${name} { ${members.map(([key, number]) => `${key} = ${number}`).join(", ")} }`;
  });
  return [`const compiler = require("./typescript.js");`, "const of = (name) => compiler[name];", ...lines].join("\n");
}

/** Names to numbers and back. */
function isEnumeration(value) {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return false;
  return Object.entries(value).every(([key, other]) =>
    typeof other === "number" ? /^[A-Za-z_]\w*$/.test(key) && other in value : typeof value[other] === "number",
  );
}

/**
 * The TypeScript compiler in the bundles. `ts-morph` is the pinned way to it, but its own wrappers aren't used, and inside a bundle V8 would
 * read the compiler twice before it runs: what is shipped is the compiler's own file, made smaller and otherwise as it is.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";

const nearProject = createRequire(import.meta.url);
const nearMorph = createRequire(nearProject.resolve("ts-morph"));
const file = join(dirname(nearMorph.resolve("@ts-morph/common")), "typescript.js");

/** How the file that is shipped is made of the compiler's: without a bundle's wrapper around it. */
export const compilerBundle = { entryPoints: [file], bundle: false, outfile: "server/dist/typescript.js" };

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
    build.onLoad({ filter: /[/\\]languages[/\\]typescript[/\\].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(
        /^import \{ ts \} from "ts-morph";$/m,
        'import * as ts from "ts-morph";',
      ),
      loader: "ts",
    }));
    build.onResolve({ filter: /^ts-morph$/ }, () => ({ path: "ts-morph", namespace: "compiler" }));
    build.onResolve({ filter: /./, namespace: "compiler" }, () => ({ path: "./typescript.js", external: true }));
    build.onLoad({ filter: /./, namespace: "compiler" }, () => ({
      contents: namedExports(nearProject(file)),
      loader: "ts",
    }));
  },
};

/** A module with what the compiler exports, each under its name. */
function namedExports(compiler) {
  const lines = Object.entries(compiler).map(([name, value]) => {
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

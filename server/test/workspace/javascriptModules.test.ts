/** Names of modules in JavaScript and TypeScript: what each way of naming means, and what stays unknown. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Files, files, resolverOf } from "./moduleFiles";

function resolve(given: Files, from: string, specifier: string): string | undefined {
  return resolverOf(given).resolve(from, specifier)?.file;
}
const json = (value: unknown): string => JSON.stringify(value);

describe("relative", () => {
  const given = files(
    { "/p/lib/package.json": json({ main: "entry.js" }) },
    ...["/p/a.ts", "/p/b/index.js", "/p/lib/entry.js", "/p/types.d.ts", "/p/data.json", "/p/dist.ts"],
  );
  test("files, what their names are compiled from, folders", () => {
    assert.equal(resolve(given, "/p/main.ts", "./a"), "/p/a.ts");
    assert.equal(resolve(given, "/p/main.ts", "./a.js"), "/p/a.ts");
    assert.equal(resolve(given, "/p/main.ts", "./b"), "/p/b/index.js");
    assert.equal(resolve(given, "/p/main.ts", "./lib"), "/p/lib/entry.js");
    assert.equal(resolve(given, "/p/b/index.js", ".."), undefined);
  });
  test("declarations, data, and what isn't there", () => {
    for (const specifier of ["./types", "./types.d", "./types.d.ts", "./data.json", "./none", "./b/none", "./a/b"]) {
      assert.equal(resolve(given, "/p/main.ts", specifier), undefined, specifier);
    }
  });
});

describe("tsconfig", () => {
  test("paths: exact, longest prefix, several targets; relative to the configuration that has them", () => {
    const given = files(
      {
        "/p/base/tsconfig.json": `{ // comments, and a comma too many
          "compilerOptions": { "paths": {
            "@/*": ["../src/*", "../generated/*"], "@/db/*": ["../database/*"], "config": ["../src/settings.ts"],
            "*.svg": ["../src/svg.ts"], } } }`,
        "/p/tsconfig.json": json({ extends: "./base/tsconfig" }),
      },
      ...["/p/src/a.ts", "/p/generated/b.ts", "/p/database/c/index.ts", "/p/src/settings.ts", "/p/src/svg.ts"],
    );
    assert.equal(resolve(given, "/p/src/deep/main.ts", "@/a"), "/p/src/a.ts");
    assert.equal(resolve(given, "/p/src/main.ts", "@/a.js"), "/p/src/a.ts");
    assert.equal(resolve(given, "/p/src/main.ts", "@/b"), "/p/generated/b.ts");
    assert.equal(resolve(given, "/p/src/main.ts", "@/db/c"), "/p/database/c/index.ts");
    assert.equal(resolve(given, "/p/src/main.ts", "config"), "/p/src/settings.ts");
    assert.equal(resolve(given, "/p/src/main.ts", "icon.svg"), "/p/src/svg.ts");
    assert.equal(resolve(given, "/p/src/main.ts", "@/none"), undefined);
    assert.equal(resolve(given, "/p/src/main.ts", "@/db/none"), undefined);
    assert.equal(resolve(given, "/p/src/main.ts", "@"), undefined);
    assert.equal(resolve(given, "/other/main.ts", "@/a"), undefined);
  });

  test("baseUrl, also of a jsconfig.json; built-in modules stay what they are", () => {
    const given = files(
      { "/p/jsconfig.json": json({ compilerOptions: { baseUrl: "src" } }) },
      "/p/src/lib/a.js",
      "/p/src/fs.js",
    );
    assert.equal(resolve(given, "/p/src/main.js", "lib/a"), "/p/src/lib/a.js");
    assert.equal(resolve(given, "/p/src/main.js", "fs"), undefined);
    assert.equal(resolve(given, "/p/src/main.js", "node:fs"), undefined);
    assert.equal(resolve(given, "/p/src/main.js", "lib"), undefined);
  });

  test("extends: a list, a package, ${configDir}, a circle", () => {
    const given = files(
      {
        "/p/tsconfig.json": json({ extends: ["./one.json", "@acme/config/base.json", "./circle.json"] }),
        "/p/one.json": json({ compilerOptions: { paths: { "one/*": ["./one/*"] }, baseUrl: "${configDir}/src" } }),
        "/p/circle.json": json({ extends: "./circle.json" }),
        "/p/node_modules/@acme/config/package.json": json({ name: "@acme/config" }),
        "/p/node_modules/@acme/config/base.json": json({
          compilerOptions: { paths: { "#/*": ["${configDir}/lib/*"] } },
        }),
      },
      ...["/p/lib/a.ts", "/p/src/b.ts", "/p/one/c.ts"],
    );
    assert.equal(resolve(given, "/p/main.ts", "#/a"), "/p/lib/a.ts");
    assert.equal(resolve(given, "/p/main.ts", "b"), "/p/src/b.ts");
    assert.equal(resolve(given, "/p/main.ts", "one/c"), undefined, "the later paths replace the earlier");
  });

  test("references: a file belongs to the project that includes it", () => {
    const paths = (folder: string) => ({ compilerOptions: { paths: { "@/*": [`./${folder}/*`] } }, include: [folder] });
    const given = files(
      {
        "/p/tsconfig.json": json({ files: [], references: [{ path: "./tsconfig.app.json" }, { path: "./server" }] }),
        "/p/tsconfig.app.json": json(paths("app")),
        "/p/server/tsconfig.json": json({ ...paths("src"), include: ["src/**/*.ts"], exclude: ["src/old"] }),
        "/p/tsconfig.unused.json": json(paths("server/src")),
      },
      ...["/p/app/a.ts", "/p/server/src/a.ts"],
    );
    assert.equal(resolve(given, "/p/app/main.ts", "@/a"), "/p/app/a.ts");
    assert.equal(resolve(given, "/p/server/src/main.ts", "@/a"), "/p/server/src/a.ts");
    assert.equal(resolve(given, "/p/main.ts", "@/a"), undefined);
  });

  test("the output of a referenced project is its source", () => {
    const given = files(
      {
        "/p/core/tsconfig.json": json({ compilerOptions: { outDir: "../out/core", rootDir: "./code" } }),
        "/p/tsconfig.json": json({ files: [], references: [{ path: "core" }] }),
      },
      ...["/p/core/code/a.ts", "/p/out/core/b.js", "/p/core/code/b.ts"],
    );
    assert.equal(resolve(given, "/p/app/main.ts", "../out/core/a.js"), "/p/core/code/a.ts");
    assert.equal(resolve(given, "/p/app/main.ts", "../out/core/a"), "/p/core/code/a.ts");
    assert.equal(resolve(given, "/p/app/main.ts", "../out/core/b.js"), "/p/out/core/b.js");
    assert.equal(resolve(given, "/p/app/main.ts", "../out/core/none.js"), undefined);
  });

  test("one that can't be read is none", () => {
    assert.equal(resolve(files({ "/p/tsconfig.json": "[1" }, "/p/a.ts"), "/p/main.ts", "a"), undefined);
  });
});

describe("package.json", () => {
  test("imports", () => {
    const imports = {
      "#a": "./src/a.js",
      "#lib/*": { types: "./lib/*.d.ts", default: "./dist/lib/*.js" },
      "#fs": "node:fs",
      "#dep": "dep",
      "#no": null,
    };
    const given = files(
      { "/p/package.json": json({ name: "p", imports }), "/p/node_modules/dep/package.json": "{}" },
      ...["/p/src/a.ts", "/p/src/lib/b.ts", "/p/lib/b.d.ts", "/p/node_modules/dep/index.js"],
    );
    assert.equal(resolve(given, "/p/src/main.ts", "#a"), "/p/src/a.ts");
    assert.equal(resolve(given, "/p/src/main.ts", "#lib/b"), "/p/src/lib/b.ts");
    assert.equal(resolve(given, "/p/src/main.ts", "#dep"), "/p/node_modules/dep/index.js");
    for (const none of ["#fs", "#no", "#none", "#lib/none"]) {
      assert.equal(resolve(given, "/p/src/main.ts", none), undefined, none);
    }
    assert.equal(resolve(given, "/p/node_modules/dep/index.js", "#a"), undefined);
  });

  test("a package by its own name: only what it exports", () => {
    const given = files(
      {
        "/p/package.json": json({
          name: "@acme/p",
          exports: { ".": "./dist/index.js", "./*.js": "./dist/*.js", "./internal.js": null },
        }),
      },
      ...["/p/src/index.ts", "/p/src/a.ts", "/p/src/internal.ts"],
    );
    assert.equal(resolve(given, "/p/test/main.ts", "@acme/p"), "/p/src/index.ts");
    assert.equal(resolve(given, "/p/test/main.ts", "@acme/p/a.js"), "/p/src/a.ts");
    assert.equal(resolve(given, "/p/test/main.ts", "@acme/p/internal.js"), undefined);
    assert.equal(resolve(given, "/p/test/main.ts", "@acme/p/a"), undefined);
    const without = files({ "/p/package.json": json({ name: "p", main: "a.js" }) }, "/p/a.js");
    assert.equal(resolve(without, "/p/main.js", "p"), undefined);
  });
});

describe("workspaces that aren't installed", () => {
  const packages = files(
    {
      "/w/packages/built/package.json": json({ name: "@w/built", main: "lib/index.js" }),
      "/w/packages/built/tsconfig.json": json({ compilerOptions: { outDir: "lib", rootDir: "code" } }),
      "/w/packages/direct/package.json": json({
        name: "direct",
        exports: { ".": "./src/main.ts", "./x": "./src/x.ts" },
      }),
      "/w/packages/own/package.json": json({
        name: "own",
        exports: { ".": { "@w/source": "./code/a.ts", default: "./bundle.js" } },
      }),
      "/w/packages/bundle/package.json": json({ name: "bundle", main: "dist/bundle.umd.js", types: "dist/api.d.ts" }),
      "/w/packages/source/package.json": json({ name: "source", source: "entry.ts", main: "dist/other.js" }),
      "/w/packages/lib/package.json": json({ name: "lib", main: "lib/index.js" }),
      "/w/packages/skipped/package.json": json({ name: "skipped", main: "index.js" }),
    },
    ...["/w/packages/built/code/index.ts", "/w/packages/built/code/a.ts", "/w/packages/built/lib/index.js"],
    ...["/w/packages/direct/src/main.ts", "/w/packages/direct/src/x.ts", "/w/packages/direct/src/hidden.ts"],
    ...["/w/packages/own/code/a.ts", "/w/packages/bundle/src/api.ts", "/w/packages/source/entry.ts"],
    ...["/w/packages/lib/lib/index.js", "/w/packages/lib/src/index.js", "/w/packages/skipped/index.js"],
  );
  const roots: Readonly<Record<string, Files>> = {
    npm: { "/w/package.json": json({ workspaces: ["packages/*", "!packages/skipped"] }) },
    yarn: { "/w/package.json": json({ workspaces: { packages: ["./packages/**/", "!packages/skipped"] } }) },
    pnpm: {
      "/w/pnpm-workspace.yaml": `# where\npackages:\n  # all\n  - "packages/*"\n\n  - '!packages/skipped'\ncatalog:\n  - other/*\n`,
    },
    "pnpm in brackets": { "/w/pnpm-workspace.yaml": `packages: ['packages/*', "!packages/skipped"]\n` },
  };
  for (const [manager, root] of Object.entries(roots)) {
    test(`${manager}: sources, also where they are built`, () => {
      const resolver = resolverOf({ ...packages, ...root });
      const from = (specifier: string) => resolver.resolve("/w/apps/web/main.ts", specifier);
      assert.deepEqual(from("@w/built"), { file: "/w/packages/built/code/index.ts", used: 0 });
      assert.equal(from("@w/built/lib/a")?.file, "/w/packages/built/code/a.ts");
      assert.equal(from("direct")?.file, "/w/packages/direct/src/main.ts");
      assert.equal(from("direct/x")?.file, "/w/packages/direct/src/x.ts");
      assert.equal(from("own")?.file, "/w/packages/own/code/a.ts");
      assert.equal(from("bundle")?.file, "/w/packages/bundle/src/api.ts");
      assert.equal(from("source")?.file, "/w/packages/source/entry.ts");
      assert.equal(from("lib")?.file, "/w/packages/lib/lib/index.js", "a lib that is there isn't taken for a build's");
      for (const none of ["direct/hidden", "skipped", "@w/none", "none", "direct/src/x.ts"]) {
        assert.equal(from(none), undefined, none);
      }
      assert.equal(resolver.resolve("/other/main.ts", "direct"), undefined);
    });
  }
});

describe("node_modules", () => {
  const conditions = {
    ".": {
      types: "./index.d.ts",
      browser: "./browser.js",
      import: { types: "./index.d.mts", default: "./index.mjs" },
      require: "./index.cjs",
    },
  };
  const given = files(
    {
      "/w/node_modules/conditions/package.json": json({ name: "conditions", exports: conditions }),
      "/w/node_modules/main/package.json": json({ main: "lib/main" }),
      "/w/node_modules/plain/package.json": "{}",
      "/w/node_modules/typed/package.json": json({ types: "index.d.ts", exports: { ".": { types: "./index.d.ts" } } }),
      "/w/node_modules/@types/plain/package.json": json({ types: "index.d.ts" }),
      "/w/a/node_modules/main/package.json": json({ main: "near.js" }),
      "/w/package.json": json({ workspaces: ["packages/*"] }),
      "/w/packages/linked/package.json": json({ name: "linked", main: "dist/index.js" }),
    },
    ...[
      "conditions/index.mjs",
      "conditions/index.cjs",
      "conditions/browser.js",
      "conditions/index.d.ts",
      "main/lib/main.js",
    ].map((name) => `/w/node_modules/${name}`),
    ...[
      "plain/index.js",
      "plain/index.ts",
      "plain/sub/x.js",
      "typed/index.d.ts",
      "typed/index.js",
      ".pnpm/deep@1/node_modules/deep/i.js",
    ].map((name) => `/w/node_modules/${name}`),
    ...["/w/a/node_modules/main/near.js", "/w/packages/linked/src/index.ts", "/w/packages/linked/dist/index.js"],
  );
  given["/w/node_modules/.pnpm/deep@1/node_modules/deep/package.json"] = json({ main: "i.js" });
  const links = {
    "/w/node_modules/linked": "/w/packages/linked",
    "/w/node_modules/deep": "/w/node_modules/.pnpm/deep@1/node_modules/deep",
  };
  const resolver = resolverOf(given, links);
  const folder = "/w/node_modules";

  test("exports, main, index", () => {
    assert.equal(resolver.resolve("/w/b/x.ts", "conditions")?.file, `${folder}/conditions/index.mjs`);
    assert.equal(resolver.resolve("/w/b/x.ts", "main")?.file, `${folder}/main/lib/main.js`);
    assert.equal(resolver.resolve("/w/a/x.ts", "main")?.file, "/w/a/node_modules/main/near.js");
    assert.equal(resolver.resolve("/w/b/x.ts", "plain")?.file, `${folder}/plain/index.js`);
    assert.equal(resolver.resolve("/w/b/x.ts", "plain/sub/x")?.file, `${folder}/plain/sub/x.js`);
  });
  test("links: to a package of the workspace, and to the store of a package manager", () => {
    assert.deepEqual(resolver.resolve("/w/b/x.ts", "linked"), { file: "/w/packages/linked/src/index.ts", used: 0 });
    assert.deepEqual(resolver.resolve("/w/b/x.ts", "deep"), {
      file: `${folder}/.pnpm/deep@1/node_modules/deep/i.js`,
      used: 0,
    });
  });
  test("types, what isn't exported, and names that are none", () => {
    const none = [
      "typed",
      "@types/plain",
      "conditions/index.cjs",
      "none",
      "plain/none",
      "",
      "@scope",
      "https://x.y/z.js",
      "a b",
    ];
    for (const name of none) assert.equal(resolver.resolve("/w/b/x.ts", name), undefined, name);
  });
});

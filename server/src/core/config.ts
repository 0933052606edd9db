/** Settings of an analysis: plain data, the same for editor and command line. server/schema/config.json is its schema. */
import type { CatalogueModule, Cost } from "./catalogue";
import type { Severity } from "./findings";

/** What a configuration file (`unblock.json`) or the editor's settings may hold; every key is optional. */
export interface UserConfig {
  /** Globs (relative to the configuration file) of files that are not analysed, beside .gitignore. */
  readonly exclude?: readonly string[];
  /** Severity by cost; `off` reports nothing of that cost. */
  readonly severity?: Readonly<Partial<Record<Cost, Severity | "off">>>;
  /** Globs of files where everything is a hint: tests, scripts, build configuration. Replaces the default list. */
  readonly relaxed?: readonly string[];
  /** Globs of files that run in workers, where blocking is right. Replaces the default list. */
  readonly workers?: readonly string[];
  /** `async`: bodies of async functions and what they run inline. `callbacks`: also what schedulers and emitters call. */
  readonly contexts?: "async" | "callbacks";
  /** `evidence`: loops that are known to be heavy; `all`: also those whose number of iterations nobody knows; `off`: none. */
  readonly loops?: "evidence" | "all" | "off";
  /** API names that are never reported: `node:fs.existsSync`, or a whole module: `node:zlib`. */
  readonly ignore?: readonly string[];
  /** More catalogue modules, in the catalogue's own shape. */
  readonly catalogue?: readonly CatalogueModule[];
  /** Lowest Node.js major version that fixes may assume; default: package.json `engines.node`, else 20. */
  readonly nodeVersion?: number;
  /** `follow`: calls are followed into installed packages that the catalogue doesn't cover. */
  readonly dependencies?: "off" | "follow";
  readonly python?: Partial<PythonConfig>;
}

/** Settings that concern Python alone. */
export interface PythonConfig {
  /**
   * What fixes run blocking calls in, offered first: `auto` follows imports and declared dependencies; `asyncio`, `anyio`,
   * `trio`; or a function by its dotted name (`starlette.concurrency.run_in_threadpool`) that takes the function to run
   * and its arguments.
   */
  readonly executor: string;
}

export interface Config extends Required<Omit<UserConfig, "nodeVersion">> {
  readonly severity: Readonly<Record<Cost, Severity | "off">>;
  readonly nodeVersion?: number;
  readonly python: PythonConfig;
}

/** Measured reasons for the severities: see "What costs what" in ARCHITECTURE.md. */
export const DEFAULT_CONFIG: Config = {
  exclude: [],
  severity: { microseconds: "hint", milliseconds: "warning", seconds: "warning", unbounded: "warning" },
  relaxed: [
    "**/{test,tests,__tests__,spec,specs,e2e,__mocks__,fixtures,script,scripts,bench,benchmark,benchmarks}/**",
    // Further down these are, as often as not, what the program is made of.
    "{tasks,tools}/**",
    "**/*.{test,spec,bench,e2e,stories}.{js,cjs,mjs,jsx,ts,cts,mts,tsx}",
    "**/*.{config,conf,setup}.{js,cjs,mjs,ts,cts,mts}",
    "**/{gulpfile,gruntfile,Gulpfile,Gruntfile,esbuild,build}.{js,cjs,mjs,ts,cts,mts}",
    "**/.*rc.{js,cjs,mjs,ts}",
    "**/{test_*,*_test,conftest,setup,noxfile,fabfile}.py",
  ],
  workers: ["**/*.worker.{js,cjs,mjs,ts,cts,mts}", "**/{worker,workers}.{js,cjs,mjs,ts,cts,mts}"],
  contexts: "async",
  loops: "evidence",
  ignore: [],
  catalogue: [],
  dependencies: "off",
  python: { executor: "auto" },
};

/** `user` over `base`, key by key; `severity` is merged by cost, `python` by its own keys. */
export function mergeConfig(base: Config, user: UserConfig): Config {
  return {
    ...base,
    ...user,
    severity: { ...base.severity, ...user.severity },
    python: { ...base.python, ...user.python },
  };
}

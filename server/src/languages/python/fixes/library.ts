/** Which libraries a file's coroutines run under: by its imports, then by what its project declares, then by the settings. */
import type { ProjectContext } from "../../language";

export type AsyncLibrary = "asyncio" | "anyio" | "trio";

/** Best first; `isSure` when there is nothing to choose. */
export interface LibraryChoice {
  readonly libraries: readonly AsyncLibrary[];
  readonly isSure: boolean;
}

/** Packages that only run under asyncio: who imports one says so as well as who imports asyncio. */
const ASYNCIO_ONLY = [
  "aiofiles",
  "aiogram",
  "aiohttp",
  "aiosqlite",
  "asyncpg",
  "discord",
  "homeassistant",
  "motor",
  "sanic",
  "telegram",
  "tornado",
  "uvloop",
];

/** Frameworks that depend on anyio and run under whatever it runs under. */
const ON_ANYIO = ["fastapi", "starlette"];

/** `imports` says whether the file imports a module for more than its annotations. */
export function chooseLibraries(imports: (module: string) => boolean, project: ProjectContext): LibraryChoice {
  const chosen = automatic(imports, project);
  const wanted = explicitLibrary(project);
  if (wanted === undefined) return chosen;
  const others = chosen.isSure ? chosen.libraries.filter((library) => library !== wanted) : [];
  const other = wanted === "asyncio" ? "trio" : "asyncio";
  const isContradicted = wanted !== "anyio" && imports(other) && !imports(wanted) && !imports("anyio");
  return { libraries: [wanted, ...others], isSure: !isContradicted };
}

function explicitLibrary({ pythonExecutor }: ProjectContext): AsyncLibrary | undefined {
  return pythonExecutor === "asyncio" || pythonExecutor === "anyio" || pythonExecutor === "trio"
    ? pythonExecutor
    : undefined;
}

function automatic(imports: (module: string) => boolean, project: ProjectContext): LibraryChoice {
  const declared = project.pythonPackages ?? {};
  const trio = imports("trio");
  const asyncio = imports("asyncio") || ASYNCIO_ONLY.some(imports);
  if (imports("anyio")) {
    // anyio runs under both of the others.
    const others: readonly AsyncLibrary[] = trio === asyncio ? [] : trio ? ["trio"] : ["asyncio"];
    return { libraries: ["anyio", ...others], isSure: true };
  }
  const hasAnyio = declared.anyio !== undefined || ON_ANYIO.some((name) => imports(name) || declared[name]);
  if (trio && asyncio) return both(hasAnyio);
  if (trio) return { libraries: ["trio"], isSure: true };
  if (asyncio) return { libraries: ["asyncio"], isSure: true };
  if (declared.anyio !== undefined) return { libraries: ["anyio"], isSure: true };
  if (declared.trio === undefined) return { libraries: ["asyncio"], isSure: true };
  // An extra that needs trio is for those who use it: others run under asyncio.
  return hasAnyio || declared.trio === "optional" ? both(hasAnyio) : { libraries: ["trio"], isSure: true };
}

function both(hasAnyio: boolean): LibraryChoice {
  return hasAnyio ? { libraries: ["anyio"], isSure: true } : { libraries: ["asyncio", "trio"], isSure: false };
}

/** The function that the settings name, as its module and its name: `starlette.concurrency`, `run_in_threadpool`. */
export function wrapperOf({ pythonExecutor }: ProjectContext): { module: string; name: string } | undefined {
  const [, module, name] = /^(.+)\.([^.]+)$/.exec(pythonExecutor ?? "") ?? [];
  return module === undefined || name === undefined ? undefined : { module, name };
}

/** The module of the framework whose `run_in_threadpool` the project has, by its imports or what it declares. */
export function frameworkPool(imports: (module: string) => boolean, project: ProjectContext): string | undefined {
  const declared = project.pythonPackages ?? {};
  const name = ON_ANYIO.find(imports) ?? ON_ANYIO.find((one) => declared[one] !== undefined);
  return name === undefined ? undefined : `${name}.concurrency`;
}

/** Names of a project's own modules: relative to a file, and absolute. */
import * as path from "node:path";

/**
 * The path, as segments joined by dots, that a relative module name means in `file`: `.util` in `/srv/app/views.py` is
 * `srv.app.util`. Undefined for absolute names.
 */
export function absoluteModule(file: string, specifier: string): string | undefined {
  const [, dots = "", rest = ""] = /^(\.+)(.*)$/.exec(specifier.replace(/\s/g, "")) ?? [];
  if (dots === "") return undefined;
  const folders = foldersOf(file);
  return [...folders.slice(0, folders.length - dots.length + 1), rest].filter((part) => part !== "").join(".");
}

/** The same for the module that a file is itself: `srv.app.views`. */
export function ownModule(file: string): string {
  const stem = path.basename(file, ".py");
  return [...foldersOf(file), ...(stem === "__init__" ? [] : [stem])].join(".");
}

function foldersOf(file: string): readonly string[] {
  return path
    .dirname(file)
    .split(/[\\/]/)
    .filter((segment) => segment !== "");
}

/** Whether a file's path ends as the absolute name of a module does: `srv.app.util` may be `app.util`. */
export function endsWithModule(modulePath: string | undefined, name: string): boolean {
  if (modulePath === undefined) return false;
  return modulePath === name || modulePath.endsWith(`.${name}`);
}

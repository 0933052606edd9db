/** Where Python looks for modules, told from files alone: nothing is executed. */
import * as path from "node:path";
import { upward } from "../paths";
import { expandFolders, subfolders } from "./folders";
import type { ProjectHost } from "./questions";

const PROJECT_FILES = ["pyproject.toml", "setup.py", "setup.cfg"];
const ENVIRONMENTS = [".venv", "venv", "env"];

export interface Roots {
  /** Of the project itself, nearest first. */
  readonly own: readonly string[];
  /** Of its virtual environment, with what is linked from there. */
  readonly installed: readonly string[];
  /** Of other projects of the same repository, and of the folders around. */
  readonly beside: readonly string[];
  /** Folders of packages, which hold modules for those who run a file in them. */
  readonly inside: readonly string[];
}

export class PythonProjects {
  private readonly roots = new Map<string, Roots>();
  private readonly having = new Map<string, Map<string, Roots>>();
  private readonly environments = new Map<string, readonly string[]>();
  private readonly projects = new Map<string, boolean>();
  private readonly declared = new Map<string, readonly string[]>();
  private readonly members = new Map<string, readonly string[]>();

  constructor(private readonly host: ProjectHost) {}

  /** The search path of files in `folder`, without the roots that have nothing called `top`. */
  rootsWith(folder: string, top: string): Roots {
    let here = this.having.get(folder);
    if (here === undefined) this.having.set(folder, (here = new Map<string, Roots>()));
    const known = here.get(top);
    if (known !== undefined) return known;
    const { own, installed, beside, inside } = this.rootsOf(folder);
    const has = (root: string): boolean =>
      this.host.isFile(path.join(root, `${top}.py`)) || this.host.isFolder(path.join(root, top));
    const roots = {
      own: own.filter(has),
      installed: installed.filter(has),
      beside: beside.filter(has),
      inside: inside.filter(has),
    };
    here.set(top, roots);
    return roots;
  }

  private rootsOf(folder: string): Roots {
    const known = this.roots.get(folder);
    if (known !== undefined) return known;
    const roots = this.read(folder);
    this.roots.set(folder, roots);
    return roots;
  }

  private read(folder: string): Roots {
    const own: string[] = [];
    const inside: string[] = [];
    const around: string[] = [];
    let project: string | undefined;
    let top: string | undefined;
    for (const candidate of upward(folder)) {
      const isProject = this.isProject(candidate);
      if (project === undefined) {
        const isPackage = this.host.isFile(path.join(candidate, "__init__.py"));
        if (isPackage) inside.push(candidate);
        else own.push(candidate);
        own.push(path.join(candidate, "src"));
      }
      if (!isProject) continue;
      own.push(...this.declaredRoots(candidate));
      // What is outside the project isn't imported by it, but for what the repository holds beside.
      if (project !== undefined) around.push(candidate, path.join(candidate, "src"));
      project ??= candidate;
      top = candidate;
    }
    const beside = top === undefined ? [] : this.rootsBelow(top);
    return {
      own: [...new Set(own)],
      installed: this.installed(folder),
      beside: [...new Set([...around, ...beside])].filter((root) => !own.includes(root)),
      inside,
    };
  }

  private isProject(folder: string): boolean {
    let known = this.projects.get(folder);
    if (known === undefined) {
      known = PROJECT_FILES.some((name) => this.host.isFile(path.join(folder, name)));
      this.projects.set(folder, known);
    }
    return known;
  }

  /** Folders that pyproject.toml names for the build, for tests and for type checkers. */
  private declaredRoots(project: string): readonly string[] {
    let known = this.declared.get(project);
    if (known === undefined) {
      known = rootsIn(this.manifest(project)).map((root) => path.resolve(project, root));
      this.declared.set(project, known);
    }
    return known;
  }

  /** Roots of all projects below `top`: members of a uv workspace, path dependencies, else whoever has a manifest. */
  private rootsBelow(top: string): readonly string[] {
    const known = this.members.get(top);
    if (known !== undefined) return known;
    const manifest = this.manifest(top);
    const [, members = ""] = /^\[tool\.uv\.workspace\][^[]*?^members\s*=\s*\[([^\]]*)\]/ms.exec(manifest) ?? [];
    const children = subfolders(this.host, top).filter((folder) => !ENVIRONMENTS.includes(path.basename(folder)));
    const folders = new Set([
      ...expandFolders(this.host, top, quoted(members)),
      ...children,
      ...children.filter((child) => !this.isPackage(child)).flatMap((child) => subfolders(this.host, child)),
    ]);
    const projects = [...folders].filter((folder) => this.isProject(folder));
    const linked = [top, ...projects].flatMap((project) =>
      [...this.manifest(project).matchAll(/\bpath\s*=\s*["']([^"']+)["']/g)]
        .map(([, place = ""]) => path.resolve(project, place))
        .filter((place) => this.isProject(place)),
    );
    const all = [...new Set([...projects, ...linked])];
    const roots = all.flatMap((project) => [project, path.join(project, "src"), ...this.declaredRoots(project)]);
    this.members.set(top, roots);
    return roots;
  }

  private isPackage(folder: string): boolean {
    return this.host.isFile(path.join(folder, "__init__.py"));
  }

  private manifest(project: string): string {
    return this.host.readText(path.join(project, "pyproject.toml")) ?? "";
  }

  /** `site-packages` of the nearest virtual environment at `folder` or above, and the folders that its .pth files name. */
  private installed(folder: string): readonly string[] {
    const known = this.environments.get(folder);
    if (known !== undefined) return known;
    const parent = path.dirname(folder);
    const own = ENVIRONMENTS.map((name) => path.join(folder, name))
      .filter((environment) => this.host.isFile(path.join(environment, "pyvenv.cfg")))
      .flatMap((environment) => this.sitePackages(environment));
    const found = own.length > 0 || parent === folder ? own : this.installed(parent);
    this.environments.set(folder, found);
    return found;
  }

  private sitePackages(environment: string): readonly string[] {
    const versions = this.host
      .entries(path.join(environment, "lib"))
      .filter(({ name, isFolder }) => isFolder && /^(?:python|pypy)3?[\d.]*$/.test(name))
      .map(({ name }) => path.join(environment, "lib", name, "site-packages"));
    // Windows has no folder for the version.
    return [...versions, path.join(environment, "Lib", "site-packages")].flatMap((site) => {
      const entries = this.host.entries(site);
      if (entries.length === 0) return [];
      const links = entries.filter(({ name, isFolder }) => !isFolder && name.endsWith(".pth"));
      const linked = links.flatMap(({ name }) => (this.host.readText(path.join(site, name)) ?? "").split(/\r?\n/));
      // Lines that begin with `import` are code; a path that isn't absolute starts from here.
      const places = linked.map((line) => line.trim()).filter((line) => line !== "" && !/^(?:import\s|#)/.test(line));
      return [site, ...places.map((place) => path.resolve(site, place))];
    });
  }
}

/** `where = ["src"]`, `from = "lib"`, `package-dir = {"" = "lib"}`, `pythonpath = ["."]` and the like. */
function rootsIn(manifest: string): readonly string[] {
  const keys =
    /(?:^|[\s{,])(?:where|from|pythonpath|extraPaths|extra-paths|mypy_path|"")\s*=\s*(\[[^\]]*\]|"[^"\n]*"|'[^'\n]*')/gm;
  return [...manifest.matchAll(keys)].flatMap(([, value = ""]) => quoted(value)).filter((root) => root !== "");
}

function quoted(list: string): readonly string[] {
  return [...list.matchAll(/["']([^"'\n]*)["']/g)].map(([, text]) => text ?? "");
}

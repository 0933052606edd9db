/** What the functions of a few files in memory run, as the facts of Python tell the core. */
import pypiCatalogue from "../../catalogue/pypi.json";
import pythonCatalogue from "../../catalogue/python.json";
import { calleesOf } from "../../src/core/callees";
import type { CatalogueModule } from "../../src/core/catalogue";
import { CatalogueIndex } from "../../src/core/catalogueIndex";
import type { FileFacts } from "../../src/core/facts";
import { linkReference, type LinkContext } from "../../src/core/link";
import { methodsOfHeirs } from "../../src/core/dispatch";
import { placesOf } from "../../src/core/places";
import { languages } from "../support/languages";
import { resolverOf } from "../workspace/moduleFiles";

const MODULES = [pythonCatalogue, pypiCatalogue].flatMap(({ modules }) => modules as readonly CatalogueModule[]);
const CATALOGUE = new CatalogueIndex(MODULES);

export interface Program {
  readonly links: LinkContext;
  readonly files: ReadonlyMap<string, FileFacts>;
}

/** Facts of files by their names; `main.py` and so on, in one folder. */
export function programOf(sources: Readonly<Record<string, string>>): Program {
  const python = languages.find(({ id }) => id === "python");
  const files = new Map<string, FileFacts>();
  for (const [name, text] of Object.entries(sources)) {
    const facts = python?.facts(`/p/${name}`, text);
    if (facts !== undefined) files.set(facts.file, facts);
  }
  const resolver = resolverOf({
    "/p/pyproject.toml": "",
    ...Object.fromEntries([...files.keys()].map((file) => [file, ""])),
  });
  const links: LinkContext = {
    catalogueOf: () => CATALOGUE,
    facts: (file) => files.get(file),
    resolve: (file, specifier, names) => resolver.resolvePython(file, specifier, names),
    implementations: (declared) =>
      [...files.values()].flatMap(({ file, classes }) =>
        classes
          .filter(({ bases }) =>
            bases.some((base) => {
              const target = linkReference(links, file, base);
              return target?.kind === "class" && target.file === declared.file && target.key === declared.key;
            }),
          )
          .map(({ key }) => ({ file, key })),
      ),
    selfMethods: (member) => methodsOfHeirs(links, member),
    isProgram: () => true,
  };
  return { links, files };
}

/**
 * What the function `entry` of main.py runs by itself: functions by their keys, with the file's name before those of another,
 * APIs by their names; sorted, each once. Where nobody knows which of several runs, they stand together: `A.x|B.x`.
 */
export function runBy({ links, files }: Program, owner = "entry"): readonly string[] {
  const main = "/p/main.py";
  const nameOf = ({ file, key }: { file: string; key: string }): string =>
    file === main ? key : `${file.slice("/p/".length)}:${key}`;
  const found = (files.get(main)?.calls ?? [])
    .filter((call) => call.owner === owner)
    .flatMap((call) => {
      const { api, all, oneOf } = calleesOf(links, main, call);
      const several = oneOf.length === 0 ? [] : [oneOf.map(nameOf).join("|")];
      return [...(api === undefined ? [] : [api.name]), ...all.map(nameOf), ...several];
    });
  return [...new Set(found)].sort();
}

/** Where the function of main.py with this key runs. */
export function placeOf({ links, files }: Program, key: string): string | undefined {
  const facts = files.get("/p/main.py");
  return facts === undefined ? undefined : placesOf(facts, "callbacks", false, links).get(key);
}

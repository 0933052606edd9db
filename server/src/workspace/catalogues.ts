/** The catalogue that holds for a file: what is built in for its language, and what its configuration adds. */
import nodeCatalogue from "../../catalogue/node.json";
import npmCatalogue from "../../catalogue/npm.json";
import operations from "../../catalogue/operations.json";
import pypiCatalogue from "../../catalogue/pypi.json";
import pythonCatalogue from "../../catalogue/python.json";
import runtimesCatalogue from "../../catalogue/runtimes.json";
import type { CatalogueModule } from "../core/catalogue";
import { CatalogueIndex } from "../core/catalogueIndex";
import type { Config } from "../core/config";
import type { OperationCosts } from "../core/work";

/** By language. */
const BUILT_IN: Readonly<Record<string, readonly CatalogueModule[]>> = {
  typescript: [nodeCatalogue, npmCatalogue, runtimesCatalogue].flatMap(
    ({ modules }) => modules as readonly CatalogueModule[],
  ),
  python: [pythonCatalogue, pypiCatalogue].flatMap(({ modules }) => modules as readonly CatalogueModule[]),
};

/** What computing costs, by language. */
const COSTS: Readonly<Record<string, OperationCosts>> = {
  typescript: operations.typescript,
  python: operations.python,
};

export class Catalogues {
  /** One index for the same additions. */
  private readonly byContent = new Map<string, CatalogueIndex>();
  /** Asked for every reference; configurations don't change while an analyzer lives. */
  private readonly byFile = new Map<string, CatalogueIndex>();

  constructor(
    private readonly configOf: (file: string) => Config,
    private readonly languageOf: (file: string) => string,
  ) {}

  of(file: string): CatalogueIndex {
    let index = this.byFile.get(file);
    if (index === undefined) this.byFile.set(file, (index = this.find(file)));
    return index;
  }

  private find(file: string): CatalogueIndex {
    const { catalogue, python } = this.configOf(file);
    const language = this.languageOf(file);
    const offloader = language === "python" && python.executor.includes(".") ? python.executor : undefined;
    const key = `${language} ${offloader ?? ""} ${JSON.stringify(catalogue)}`;
    const known = this.byContent.get(key);
    if (known !== undefined) return known;
    const index = new CatalogueIndex([...(BUILT_IN[language] ?? []), ...catalogue], offloader, COSTS[language]);
    this.byContent.set(key, index);
    return index;
  }
}

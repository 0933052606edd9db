import type { Problem } from "../../core/facts";
import { CONFIG_FILE_NAME, type ConfigResolver } from "../../workspace/configs";
import type { Analyzer, Host } from "../../workspace/types";
import type { Location } from "./uris";

/** One root with what is known of it. */
export interface Project {
  readonly analyzer: Analyzer;
  readonly configs: ConfigResolver;
  readonly host: Pick<Host, "read" | "isFile">;
  readonly root: string;
  /** The root is only the folder of a file in no workspace. */
  readonly isLoose: boolean;
  /** Why files are not analysed although they are open, as far as it was asked; `undefined` for those that are. */
  readonly leftOut: Map<string, string | undefined>;
}

/** What projects are made of; roots are absolute paths of folders. */
export interface Engine {
  readonly host: Pick<Host, "read" | "isFile">;
  createConfigs(root: string): ConfigResolver;
  /** A loose root isn't walked: it may be a home folder. */
  createAnalyzer(root: string, configs: ConfigResolver, isLoose: boolean): Analyzer;
}

export function isConfigFile(location: Location): boolean {
  return location.name === CONFIG_FILE_NAME;
}

/** Decides which files are analysed, or how. */
export function isAboutOthers(location: Location): boolean {
  return isConfigFile(location) || location.name === ".gitignore";
}

/** Problems of a configuration file on disk. */
export function configProblems(project: Project, location: Location): readonly Problem[] {
  return project.configs.configOf(location.folder).problems;
}

/** Path of the configuration file that holds for a document and can't be used, if that is so. */
export function brokenConfig(project: Project, location: Location): string | undefined {
  const { broken, source } = project.configs.configOf(location.folder);
  return broken ? source : undefined;
}

import type { Problem } from "../../core/facts";
import { parseConfigFile } from "../../workspace/configFile";
import { CONFIG_FILE_NAME, type ConfigResolver } from "../../workspace/configs";
import type { Analyzer, Host } from "../../workspace/types";
import type { Location } from "./uris";

/** One root with what is known of it. */
export interface Project {
  readonly analyzer: Analyzer;
  readonly configs: ConfigResolver;
  readonly host: Pick<Host, "read">;
}

/** What projects are made of; roots are absolute paths of folders. */
export interface Engine {
  readonly host: Pick<Host, "read">;
  createConfigs(root: string): ConfigResolver;
  /** With `isLoose` the root is only the folder of a file in no workspace, and nobody wants it walked. */
  createAnalyzer(root: string, configs: ConfigResolver, isLoose: boolean): Analyzer;
}

export function isConfigFile(location: Location): boolean {
  return location.name === CONFIG_FILE_NAME;
}

/** Problems of a configuration file: of `text` if given, else of the file on disk. */
export function configProblems(project: Project, location: Location, text?: string): readonly Problem[] {
  if (text !== undefined) return parseConfigFile(location.file, text).problems;
  return project.configs.configOf(location.folder).problems;
}

/** Path of the configuration file that holds for a document and can't be used, if that is so. */
export function brokenConfig(project: Project, location: Location): string | undefined {
  const { broken, source } = project.configs.configOf(location.folder);
  return broken ? source : undefined;
}

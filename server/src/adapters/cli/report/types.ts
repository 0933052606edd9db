/** What a report is made from. */
import type { Problem } from "../../../core/facts";
import type { Finding } from "../../../core/findings";
import type { WorkspaceReport } from "../../../workspace/types";
import type { Sources } from "../sources";
import type { Painter } from "../style";

export interface ReportInput {
  /** At or above the asked severity, by file and place. */
  readonly findings: readonly Finding[];
  /** Below it. */
  readonly hidden: readonly Finding[];
  /** Of the configuration, of files and of the disk; each once. */
  readonly problems: readonly Problem[];
  readonly skipped: WorkspaceReport["skipped"];
  readonly stats: WorkspaceReport["stats"];
  readonly sources: Sources;
  /** What `--fix` did, where it was asked for. */
  readonly fixed?: { readonly calls: number; readonly files: number };
  readonly paint: Painter;
  readonly quiet: boolean;
  readonly version: string;
  /** Folder that file names of annotations are relative to. */
  readonly repository: string;
}

/** The whole output, ending in a line break unless it is empty. */
export type Reporter = (input: ReportInput) => string;

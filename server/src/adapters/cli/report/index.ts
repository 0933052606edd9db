/** Every format and what makes it. */
import type { Format } from "../args";
import { reportGithub } from "./github";
import { reportJson } from "./json";
import { reportSarif } from "./sarif";
import { reportText } from "./text";
import type { Reporter } from "./types";

export const REPORTERS = {
  text: reportText,
  json: reportJson,
  github: reportGithub,
  sarif: reportSarif,
} as const satisfies Record<Format, Reporter>;

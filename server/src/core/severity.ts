/** How loud a finding is. */
import type { Cost } from "./catalogue";
import type { Config } from "./config";
import type { Severity } from "./findings";

/**
 * Severity of a call: by its cost; cheap calls are raised to a warning inside loops; everything is a hint in relaxed files
 * (tests, scripts, build configuration). `off` reports nothing.
 */
export function severityOf(
  cost: Cost,
  options: { inLoop: boolean; relaxed: boolean; config: Config },
): Severity | "off" {
  const configured = options.config.severity[cost];
  if (configured === "off") return "off";
  if (options.relaxed) return "hint";
  return configured === "hint" && options.inLoop ? "warning" : configured;
}

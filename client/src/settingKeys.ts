/** Settings that the server reads; the same keys as in a configuration file. `a.b` is `{"a": {"b": …}}` there. */
export const SETTING_KEYS = [
  "severity.microseconds",
  "severity.milliseconds",
  "severity.seconds",
  "severity.unbounded",
  "contexts",
  "loops",
  "exclude",
  "relaxed",
  "workers",
  "ignore",
  "dependencies",
  "nodeVersion",
  "python.executor",
] as const;

/** Settings that the server reads too, but that say what the editor shows: no configuration file has them. */
export const EDITOR_KEYS = ["codeLens", "hints.reachedHelpers"] as const;

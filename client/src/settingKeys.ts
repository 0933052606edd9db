/** Settings that the server reads; the same keys as in a configuration file. `a.b` is `{"a": {"b": …}}` there. */
export const SETTING_KEYS = [
  "severity.microseconds",
  "severity.milliseconds",
  "severity.seconds",
  "severity.unbounded",
  "contexts",
  "exclude",
  "relaxed",
  "workers",
  "ignore",
  "nodeVersion",
  "python.executor",
] as const;

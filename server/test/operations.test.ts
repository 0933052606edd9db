/** What the cost model prices is data: it has to be there for each language. */
import assert from "node:assert/strict";
import { test } from "node:test";
import operations from "../catalogue/operations.json";
import { OPERATIONS } from "../src/core/facts";

for (const language of ["typescript", "python"] as const) {
  test(`${language}: each class of operations costs some nanoseconds, measured on a runtime that is named`, () => {
    const costs: Readonly<Record<string, number>> = operations[language];
    assert.deepEqual(Object.keys(costs).sort(), [...OPERATIONS].sort());
    for (const [operation, cost] of Object.entries(costs)) {
      assert.ok(cost > 0 && cost < 10_000, `${operation}: ${cost}`);
    }
    assert.match(operations.runtimes[language], /^(Node\.js|CPython) \d+\.\d+/);
    assert.match(operations.measured, /^\d{4}-\d{2}-\d{2}$/);
  });
}

/** What each finding code is about, for reports and links; the long form is its page under docs/rules/. */
import type { FindingCode } from "./findings";

export interface Rule {
  /** A few words, as a heading. */
  readonly title: string;
  /** One or two sentences. */
  readonly description: string;
}

export const RULES = {
  "blocking-call": {
    title: "Blocking call on the event loop",
    description:
      "A call that runs on the event loop keeps every other task of the process waiting until it returns. Await its asynchronous form, or move it to a worker.",
  },
  "blocking-chain": {
    title: "Call that blocks the event loop further down",
    description:
      "A call on the event loop goes to a synchronous function, in this file or another, that blocks further down. Run it in an executor, or make the functions on the way asynchronous.",
  },
  "heavy-loop": {
    title: "Computation that holds the event loop",
    description:
      "A loop, or another computation, on the event loop runs long without giving control back. Move it to a worker or another process, or let it give control back from time to time.",
  },
  "unused-suppression": {
    title: "Suppression that silences nothing",
    description: "A suppression comment silences no finding, so it can be removed.",
  },
} as const satisfies Record<FindingCode, Rule>;

const RULE_PAGES = "https://github.com/unblock-dev/unblock/blob/main/docs/rules/";

/** Address of the page about a code. */
export function rulePage(code: FindingCode): string {
  return `${RULE_PAGES}${code}.md`;
}

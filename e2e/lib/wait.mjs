/** Waiting for something to become true. Nothing in these tests waits for a fixed time and hopes. */

const STEP_MILLISECONDS = 50;

/** Resolves after `milliseconds`. */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Asks `question` until it answers something truthy, and gives that answer.
 * After `timeout` milliseconds it fails, saying what was awaited and, from `state()`, how things stood.
 */
export async function waitUntil(what, question, { timeout = 10_000, state } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) {
      const suffix = state ? `; it is: ${JSON.stringify(await state(), null, 1)}` : "";
      throw new Error(`timed out after ${timeout} ms waiting for ${what}${suffix}`);
    }
    await pause(STEP_MILLISECONDS);
  }
}

/** As `waitUntil`, but the answer must stay truthy for `calm` milliseconds without a break. */
export async function waitUntilSteady(what, question, { calm = 400, timeout = 10_000, state } = {}) {
  let since;
  return await waitUntil(
    what,
    async () => {
      const answer = await question();
      if (!answer) {
        since = undefined;
        return false;
      }
      since ??= Date.now();
      return Date.now() - since >= calm && answer;
    },
    { timeout, state },
  );
}

import { later, start } from "./work";

export async function handler(path: string) {
  // Each asynchronous function is blamed for what it does itself.
  await later(path);
  later(path);
  start(path);
  void (async () => {
    await later(path);
  })();
}

import record from "./main.js";

export async function again(): Promise<number> {
  record("again");
  return 1;
}

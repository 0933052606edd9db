import { services } from "./holders";

/** Names the method, of something else. */
export async function quiet(cart: { load(): string }): Promise<string> {
  return cart.load() + typeof services;
}

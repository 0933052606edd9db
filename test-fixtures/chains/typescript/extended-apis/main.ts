import { Shop } from "./database";

export async function handler(shop: Shop) {
  shop.exec("vacuum");
//^^^^^^^^^ blocking-call better-sqlite3.Database#exec warning
  return shop.name;
}

import { size } from "./size.js";

export async function total(paths) {
  let sum = 0;
  for (const path of paths) {
    const one = size(path);
    sum += one;
  }
  const sizes = await Promise.all(paths.map((path) => size(path)));
  return [sum, ...sizes];
}

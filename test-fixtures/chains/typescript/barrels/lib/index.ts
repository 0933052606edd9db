export * from "./load";
export * as tools from "./tools";
export { remove as erase } from "./tools";

// What a barrel declares itself comes before what its stars bring.
export function save(path: string) {
  return path.length;
}

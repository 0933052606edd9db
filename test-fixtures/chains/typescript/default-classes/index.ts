export { default as Renamed } from "./disk";
export type { default as Disk } from "./disk";

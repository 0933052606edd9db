import { load } from "./disk.js";

export const view = (path: string) => load(path);

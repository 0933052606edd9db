import { load } from "@disk";

export const size = (path: string) => load(path).length;

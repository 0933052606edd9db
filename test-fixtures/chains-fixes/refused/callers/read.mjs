import { readFileSync } from "node:fs";

const text = () => readFileSync("a");
export const inDefault = () => readFileSync("a");
export const inField = () => readFileSync("a");
export const inGetter = () => readFileSync("a");
export const inGenerator = () => readFileSync("a");
export const inMap = () => readFileSync("a");
export const inSort = () => readFileSync("a");
export const inExecutor = () => readFileSync("a");
export const inUnknown = () => readFileSync("a");
export const atTop = () => readFileSync("a");
export const inSum = () => readFileSync("a").length;
export default text;

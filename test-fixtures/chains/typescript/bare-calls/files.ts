import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

export function hoistedFirst(path: string) {
  return hoisted(path);
}

export const expressed = function (path: string) {
  return readFileSync(path, "utf8");
};

export const readArrow = (path: string) => readFileSync(path, "utf8");

export async function later(path: string) {
  return readFile(path, "utf8");
}

export function readText(path: string) {
  return readFileSync(path, "utf8");
}

function hoisted(path: string) {
  return readFileSync(path, "utf8");
}

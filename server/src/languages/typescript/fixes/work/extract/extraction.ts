/** What is known of one extraction, and what all its parts ask. */
import { ts } from "ts-morph";
import type { ExtractionSite } from "../../../../language";
import type { Workbench } from "../../plan";
import type { Capture, Surroundings } from "./captures";
import type { Dependencies } from "./dependencies";
import type { TypeImport } from "./types";
import type { Unit } from "./unit";

export interface Extraction {
  readonly bench: Workbench;
  readonly unit: Unit;
  readonly around: Surroundings;
  readonly needed: Dependencies;
  /** Those of functions, then those of the module. */
  readonly captures: readonly Capture[];
  readonly site: ExtractionSite;
  /** What moves, as people call it. */
  readonly name: string;
}

export interface Types {
  /** By name of what is sent or comes back; empty in JavaScript. */
  readonly texts: ReadonlyMap<string, string>;
  readonly imports: readonly TypeImport[];
}

export function isTypeScript({ file }: Workbench): boolean {
  return /\.([cm]?ts|tsx)$/i.test(file.file);
}

/** How a file is named in an import of another one in its folder. */
export function specifierOf(file: string, { runs }: ExtractionSite): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  return `./${name.slice(0, dot)}${runs === "source" ? name.slice(dot) : name.slice(dot).replace("ts", "js").replace(/x$/, "")}`;
}

export function releasedBy({ node }: Unit, { moved }: Dependencies): ReadonlySet<ts.Node> {
  const released = new Set<ts.Node>();
  const visit = (one: ts.Node): void => {
    released.add(one);
    ts.forEachChild(one, visit);
  };
  for (const one of [node, ...moved.map(({ statement }) => statement)]) visit(one);
  return released;
}

/** In TypeScript a pool gives `any`: what is annotated needs no more, the rest is what the function gives. */
export function needsReturnType({ bench, unit }: Extraction): boolean {
  if (unit.kind === "statement" || !isTypeScript(bench)) return false;
  const { parent } = unit.node;
  return !(ts.isVariableDeclaration(parent) && parent.type !== undefined);
}

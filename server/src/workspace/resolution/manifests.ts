/** package.json files, each read once. */
import * as path from "node:path";
import { upward } from "../paths";
import type { ProjectHost } from "./questions";

/** What matters of a package.json; of the wrong type counts as absent. */
export interface Manifest {
  readonly folder: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export class Manifests {
  private readonly known = new Map<string, Manifest | null>();

  constructor(private readonly host: ProjectHost) {}

  /** The package.json right in `folder`; one that isn't an object of JSON is none. */
  at(folder: string): Manifest | undefined {
    const known = this.known.get(folder);
    if (known !== undefined) return known ?? undefined;
    const manifest = this.read(folder);
    this.known.set(folder, manifest ?? null);
    return manifest;
  }

  /** The nearest package.json at `folder` or above. */
  above(folder: string): Manifest | undefined {
    for (const candidate of upward(folder)) {
      const manifest = this.at(candidate);
      if (manifest !== undefined) return manifest;
    }
    return undefined;
  }

  private read(folder: string): Manifest | undefined {
    const text = this.host.readText(path.join(folder, "package.json"));
    const fields = text === undefined ? undefined : parseObject(text);
    if (fields === undefined) return undefined;
    return { folder, name: typeof fields.name === "string" ? fields.name : "", fields };
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return objectOf(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return undefined;
  }
}

/** `value` if it is an object with keys, else `undefined`. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** The texts of a list; anything else is left out. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((element): element is string => typeof element === "string") : [];
}

import { Lines } from "../loaders";

/** What tests put in its place says nothing of the program. */
export class Quiet extends Lines {
  protected override parse(path: string): number {
    return path.length;
  }
}

import { readFileSync, type PathLike } from "node:fs";

export class Store {
  constructor(private readonly path: PathLike) {}

  private read(): string {
    return readFileSync(this.path, "utf8");
  }

  public lines(): readonly string[] {
    return this.read().split("\n");
  }

  first(): string | undefined {
    return this.lines()[0];
  }

  count() {
    return this.lines().length;
  }
}

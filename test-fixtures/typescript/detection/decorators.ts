import { readFileSync, statSync } from "node:fs";

function route(_path: string): (value: unknown, context: unknown) => void {
  return () => undefined;
}

@route(readFileSync("prefix", "utf8"))
export class Controller {
  @route("/report")
  async report(): Promise<string> {
    return readFileSync("report.html", "utf8");
    //     ^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
  }

  @route("/size") private async size(): Promise<number> { return statSync("report.html").size; }
  //                                                             ^^^^^^^^ blocking-call node:fs.statSync hint

  @route("/sync")
  plain(): string {
    return readFileSync("plain.html", "utf8");
  }
}

export async function controllers(path: string): Promise<unknown> {
  class Local {
    @route(readFileSync(path, "utf8"))
    //     ^^^^^^^^^^^^ blocking-call node:fs.readFileSync
    plain(): string {
      return readFileSync(path, "utf8");
    }
  }
  return Local;
}

abstract class Base {
  abstract load(path: string): string;
  async run(path: string): Promise<string> {
    return this.load(path);
    //     ^^^^^^^^^ blocking-chain node:fs.readFileSync
  }
}

export class Disk extends Base {
  load(path: string): string {
    return readFileSync(path, "utf8");
  }
  override async run(path: string): Promise<string> {
    return super.run(path) ?? readFileSync(path, "utf8");
    //                        ^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  }
}

export namespace reports {
  export const first = readFileSync("first");
  export async function latest(): Promise<Buffer> {
    return readFileSync("latest");
    //     ^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  }
}

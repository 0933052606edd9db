import { execSync } from "node:child_process";
import { Job } from "./job";

export class Build extends Job {
  protected work(path: string) {
    return execSync(path).toString();
  }
}

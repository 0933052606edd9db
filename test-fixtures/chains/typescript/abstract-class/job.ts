export abstract class Job {
  run(path: string) {
    return this.work(path);
  }

  async runLater(path: string) {
    return this.work(path);
    //     ^^^^^^^^^ blocking-chain node:child_process.execSync via child_process.execSync (jobs.ts)
  }

  log(path: string) {
    return path;
  }

  protected abstract work(path: string): string;
}

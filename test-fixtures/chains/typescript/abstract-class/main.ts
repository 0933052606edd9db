import { Job } from "./job";
import "./jobs";

export async function handler(job: Job, path: string) {
  job.run(path);
//^^^^^^^ blocking-chain node:child_process.execSync via work (job.ts), child_process.execSync (jobs.ts)
  await job.runLater(path);
  job.log(path);
}

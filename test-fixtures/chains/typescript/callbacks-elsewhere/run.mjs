import workerpool from "workerpool";

const pool = workerpool.pool();

export const delayed = (work) => setTimeout(work, 1);
export const pooled = (work) => pool.exec(work);

export async function promised(work) {
  return work();
}

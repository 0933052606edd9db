// A page that is rendered on the server.
import { readFileSync } from "node:fs";
import * as React from "react";

interface Props {
  readonly path: string;
}

export async function Page({ path }: Props): Promise<React.ReactElement> {
  return <main title={readFileSync("title", "utf8")}>{readFileSync(path, "utf8")} {/* readFileSync(path) */}</main>;
  //                  ^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  //                                                  ^^^^^^^^^^^^ blocking-call node:fs.readFileSync
}

export const Plain = ({ path }: Props): React.ReactElement => <pre>{readFileSync(path, "utf8")}</pre>;

export const Generic = async <T,>(value: T): Promise<T> => (readFileSync("x"), value);
//                                                          ^^^^^^^^^^^^ blocking-call node:fs.readFileSync

import fs from 'node:fs';

export default async function Widget() {
  return <>{fs.readdirSync('.').map((name) => <li key={name}>{fs.statSync(name).size}</li>)}</>;
  //        ^^^^^^^^^^^^^^ blocking-call node:fs.readdirSync
  //                                                          ^^^^^^^^^^^ blocking-call node:fs.statSync warning
}

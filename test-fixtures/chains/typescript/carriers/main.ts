import { Application } from "./application";
import { makeHeir, registry, services } from "./holders";
import type { Loader } from "./loader";
import { Shelf } from "./renamed";
import anything from "./shared";

export async function held(): Promise<string> {
  return services.state.load();
//       ^^^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

export async function heir(): Promise<string> {
  return makeHeir().load();
//                  ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

export async function unnamed(): Promise<string> {
  return anything.load();
//       ^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

export async function aliased(shelf: Shelf): Promise<string> {
  return shelf.load();
//       ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

export async function declared(loader: Loader): Promise<string> {
  return loader.load();
//       ^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

export async function farther(application: Application): Promise<string> {
  return application.memory.load();
//       ^^^^^^^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

export async function made(): Promise<string> {
  return new registry.Words().words;
//       ^^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}

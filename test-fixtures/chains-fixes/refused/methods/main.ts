import { readFileSync } from "node:fs";

interface Source {
  read(): Buffer;
}

class FileSource implements Source {
  read(): Buffer {
    return readFileSync("a");
  }
}

class Base {
  overridden(): Buffer {
    return readFileSync("a");
  }

  guessed(): Buffer {
    return readFileSync("a");
  }

  narrows(value: unknown): value is string {
    return readFileSync("a").length > 0 && typeof value === "string";
  }

  fails(): never {
    throw new Error(readFileSync("a", "utf8"));
  }
}

export class Derived extends Base {
  override overridden(): Buffer {
    return Buffer.of();
  }
}

function overloaded(path: string): Buffer;
function overloaded(path: number): Buffer;
function overloaded(path: string | number): Buffer {
  return readFileSync(path);
}

type Reader = () => Buffer;
const typed: Reader = () => readFileSync("a");
const asked = () => readFileSync("a");
export type Asked = ReturnType<typeof asked>;

export async function main(source: FileSource, base: Base, anything: any): Promise<unknown> {
  anything.guessed();
  return [
    source.read(),
    //<^^^^^^^^ no Make: `FileSource` extends or implements something that may ask for it
    base.overridden(),
    //<^^^^^^^^^^^^^ no Make: several classes have it
    base.guessed(),
    //<^^^^^^^^^^ no Make: nobody knows whether it is meant there (main.ts:49)
    base.narrows(1),
    //<^^^^^^^^^^ no Make: its result narrows a type
    overloaded("a"),
    //<^^^^^^^^ no Make: it has overloads
    typed(),
    //<^^^ no Make: its type is declared apart from it
    asked(),
    //<^^^ no Make: it is used as a value there (main.ts:46)
    base.fails(),
    //<^^^^^^^^ no Make: it never returns, and its callers rely on that
  ];
}

/**
 * What was found out about an object, kept with it for as long as it lives. It does what a WeakMap does, for objects that come and go
 * by the thousand: V8's young-generation collector takes everything in a WeakMap that is older for alive, so that each syntax tree would be copied
 * twice and stay until the next full collection (measured: a third more memory, and most of the collector's time).
 */
export class Kept<Key extends object, Value> {
  private readonly name = Symbol("kept");

  get(key: Key): Value | undefined {
    return (key as Holder<Value>)[this.name];
  }

  set(key: Key, value: Value): void {
    (key as Holder<Value>)[this.name] = value;
  }
}

type Holder<Value> = Record<symbol, Value | undefined>;

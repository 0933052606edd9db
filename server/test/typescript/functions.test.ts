import { describe, test } from "node:test";
import { checkRuns } from "./links";

describe("functions, by whatever name they come", () => {
  test("in the same file", () => {
    checkRuns({
      "main.ts": `
        hoisted(); // runs main.ts:hoisted
        function hoisted() { fs.readFileSync("x"); } // runs fs.readFileSync
        import fs from "node:fs";
        const arrow = () => 1;
        let other = function () {};
        function withDefault(value = hoisted()) { return value; } // runs main.ts:hoisted
        async function later() {}
        function shadowed(hoisted: () => void) { hoisted(); }
        export function overloaded(a: string): string;
        export function overloaded(a: number): number;
        export function overloaded(a: any) { return a; }
        arrow(); // runs main.ts:arrow
        other(); // runs main.ts:other
        withDefault(); // runs main.ts:withDefault
        overloaded("x"); // runs main.ts:overloaded
        later();
        unknown();
      `,
    });
  });

  test("ES modules: named, default, renamed, barrels, dynamic", () => {
    checkRuns({
      "lib.ts": `
        export function load() {}
        export const arrow = () => {};
        function inner() {}
        export { inner as renamed };
        export default function () {}
      `,
      "barrel.ts": `
        export * from "./lib";
        export { load as again, default as main } from "./lib";
        export * as whole from "./lib";
      `,
      "main.ts": `
        import whole, { load, arrow, renamed as r } from "./lib.js";
        import * as lib from "./lib";
        import { load as viaBarrel, again, main, whole as all, missing } from "./barrel";
        load(); // runs lib.ts:load
        arrow(); // runs lib.ts:arrow
        r(); // runs lib.ts:inner
        whole(); // runs lib.ts:default
        lib.load(); // runs lib.ts:load
        viaBarrel(); // runs lib.ts:load
        again(); // runs lib.ts:load
        main(); // runs lib.ts:default
        all.renamed(); // runs lib.ts:inner
        missing();
        async function f() {
          (await import("./lib")).load(); // runs lib.ts:load
          const { arrow: a } = await import("./barrel");
          a(); // runs lib.ts:arrow
        }
      `,
    });
  });

  test("CommonJS: one object, properties, a class, a function", () => {
    checkRuns({
      "object.cjs": `
        function a() {}
        module.exports = { a, b() {}, c: () => {}, nested: { d() {} } };
      `,
      "properties.cjs": `
        exports.x = function () {};
        module.exports.y = () => {};
      `,
      "class.cjs": `
        module.exports = class { constructor() { setup(); } load() {} }; // runs class.cjs:setup
        function setup() {}
      `,
      "function.cjs": `module.exports = function main() {};`,
      "main.cjs": `
        const { a, b } = require("./object");
        const object = require("./object");
        const properties = require("./properties");
        const Class = require("./class");
        a(); // runs object.cjs:a
        b(); // runs object.cjs:b
        object.c(); // runs object.cjs:c
        object.nested.d(); // runs object.cjs:d
        properties.x(); // runs properties.cjs:x
        properties.y(); // runs properties.cjs:y
        new Class().load(); // runs class.cjs:<class>.constructor class.cjs:<class>.load
        require("./function")(); // runs function.cjs:main
      `,
    });
  });
});

describe("what runs without a call", () => {
  test("generators run when something walks through them", () => {
    checkRuns({
      "lib.ts": `
        export function* items() { yield 1; }
        export async function* later() { yield 1; }
        export function hand() { return items(); }
        export class Bag { *[Symbol.iterator]() { yield 1; } }
        export class Plain { [Symbol.iterator]() { return [][Symbol.iterator](); } }
        export function list() { return [1]; }
      `,
      "main.ts": `
        import { items, later, hand, Bag, Plain, list } from "./lib";
        async function use(bag: Bag, plain: Plain) {
          items();
          const kept = items();
          for (const item of items()) {} // runs lib.ts:items
          for (const item of kept) {} // runs lib.ts:items
          [...kept]; // runs lib.ts:items
          const [first] = kept; // runs lib.ts:items
          Array.from(kept); // runs lib.ts:items
          new Set(kept); // runs lib.ts:items
          for (const item of hand()) {} // runs lib.ts:hand lib.ts:items
          for (const item of bag) {} // runs lib.ts:Bag.@@iterator
          for (const item of plain) {} // runs lib.ts:Plain.@@iterator
          for await (const item of later()) {}
          for (const item of list()) {} // runs lib.ts:list
        }
        function* own() {
          yield* items(); // runs lib.ts:items
          yield items();
        }
      `,
    });
  });
});

describe("functions that are given to functions", () => {
  test("references are run by who calls them inline", () => {
    checkRuns({
      "lib.ts": `
        export function run(callback: () => void) { callback(); }
        export function runLater(callback: () => void) { setTimeout(callback, 10); }
        export function runInTimer(callback: () => void) { setTimeout(() => callback(), 10); }
        export function keep(callback: () => void) { return [callback]; }
        export function pass(callback) { run(callback); } // runs lib.ts:run
        export function second(name: string, callback?: () => void) { callback?.call(null); }
        export function each(list: string[], callback: (name: string) => void) { list.forEach((name) => callback(name)); }
        export function viaRun(callback: () => void) { run(() => { callback(); }); } // runs lib.ts:run
        export class Runner { constructor(callback: () => void) { callback(); } method(callback: () => void) { callback(); } }
      `,
      "main.ts": `
        import { run, runLater, runInTimer, keep, pass, second, each, viaRun, Runner } from "./lib";
        function load() {}
        run(load); // runs lib.ts:run main.ts:load
        runLater(load); // runs lib.ts:runLater
        runInTimer(load); // runs lib.ts:runInTimer
        keep(load); // runs lib.ts:keep
        pass(load); // runs lib.ts:pass main.ts:load
        second("x", load); // runs lib.ts:second main.ts:load
        second(load); // runs lib.ts:second
        each([], load); // runs lib.ts:each main.ts:load
        viaRun(load); // runs lib.ts:viaRun main.ts:load
        const runner = new Runner(load); // runs lib.ts:Runner.constructor main.ts:load
        runner.method(load); // runs lib.ts:Runner.method main.ts:load
        run(() => load()); // runs lib.ts:run main.ts:load
        [1].map(load); // runs main.ts:load
        unknown(load);
      `,
    });
  });

  test("what is made around a function runs it, when it is called", () => {
    checkRuns({
      "lib.ts": `
        export function once<T>(compute: () => T) {
          let value: T | undefined;
          return () => (value ??= compute());
        }
        export const retried = (callback: (name: string) => void) => function (...names) {
          callback.apply(null, names);
        };
        export function later(callback: () => void) { return () => { setTimeout(() => callback(), 1); }; }
        export function dropped(callback: () => void) { return () => [callback]; }
        export function asynchronous(callback: () => void) { return async () => { callback(); }; }
      `,
      "made.ts": `
        import { once, retried } from "./lib";
        import fs from "node:fs";
        export const load = once(() => fs.readFileSync("x")); // runs fs.readFileSync lib.ts:once
        export function plain() {}
        export const again = retried(plain); // runs lib.ts:retried
      `,
      "main.ts": `
        import { load, again, plain } from "./made";
        import { once, later, dropped, asynchronous } from "./lib";
        load(); // runs lib.ts:once.<callback> made.ts:<callback>
        again("x"); // runs lib.ts:retried.<callback> made.ts:plain
        const a = once(plain); // runs lib.ts:once
        a(); // runs lib.ts:once.<callback> made.ts:plain
        const b = later(plain); // runs lib.ts:later
        b(); // runs lib.ts:later.<callback>
        const c = dropped(plain); // runs lib.ts:dropped
        c(); // runs lib.ts:dropped.<callback>
        const d = asynchronous(plain); // runs lib.ts:asynchronous
        d();
        const e = unknown(plain);
        e();
      `,
    });
  });
});

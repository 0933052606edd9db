import { describe, test } from "node:test";
import { checkRuns } from "./links";

describe("methods", () => {
  test("this, super, private, static, inherited from another file", () => {
    checkRuns({
      "base.ts": `
        export class Base {
          static make() { return new this(); }
          shared() { this.own(); } // runs base.ts:Base.own main.ts:Middle.own
          own() {}
        }
      `,
      "main.ts": `
        import { Base } from "./base";
        class Middle extends Base {
          own() { super.own(); } // runs base.ts:Base.own
        }
        export class Main extends Middle {
          #secret() {}
          static helper() {}
          arrow = () => {};
          run() {
            this.#secret(); // runs main.ts:Main.#secret
            this.own(); // runs main.ts:Middle.own
            this.shared(); // runs base.ts:Base.shared
            this.arrow(); // runs main.ts:Main.arrow
            Main.helper(); // runs main.ts:Main.helper
            Main.make(); // runs base.ts:Base.make
            this.missing();
            this["own"](); // runs main.ts:Middle.own
          }
        }
      `,
    });
  });

  test("construction: fields, constructors, super", () => {
    checkRuns({
      "base.ts": `
        export class Base {
          text = load(); // runs base.ts:load
          count = 0;
        }
        function load() {}
      `,
      "main.ts": `
        import { Base } from "./base";
        class Plain { x = 1; }
        class Derived extends Base {}
        class Own extends Base {
          more = helper(); // runs main.ts:helper
          constructor() {
            super(); // runs base.ts:Base.<fields>
          }
        }
        function helper() {}
        new Plain();
        new Derived(); // runs base.ts:Base.<fields>
        new Own(); // runs main.ts:Own.<fields> main.ts:Own.constructor
      `,
    });
  });

  test("object literals: nested, exported, spread, with this", () => {
    checkRuns({
      "api.ts": `
        const base = { common() {} };
        export const api = { ...base, files: { load() {} }, own() { this.files.load(); } }; // runs api.ts:load
        export default { list() {} };
        export namespace tools { export function sharpen() {} }
      `,
      "main.ts": `
        import whole, { api, tools } from "./api";
        api.files.load(); // runs api.ts:load
        api.own(); // runs api.ts:own
        api.common(); // runs api.ts:common
        whole.list(); // runs api.ts:list
        tools.sharpen(); // runs api.ts:tools.sharpen api.ts:sharpen
        api.missing();
        api.files.missing();
      `.replace("api.ts:tools.sharpen ", ""),
    });
  });

  test("instances: variables, fields of all kinds, parameters, singletons, factories", () => {
    checkRuns({
      "db.ts": `
        export class Db { query() {} nested!: Inner; }
        export class Inner { deep() {} }
        export const db = new Db();
        export function makeDb() { return new Db(); }
        export async function openDb() { if (Math.random() > 1) return null; return new Db(); }
        export const arrowDb = () => makeDb(); // runs db.ts:makeDb
        export function makeObject() { return { load() {}, db: makeDb() }; } // runs db.ts:makeDb
        export function either(flag: boolean) { return flag ? new Db() : new Inner(); }
        export type Alias = Db;
      `,
      "main.ts": `
        import { Db, db, makeDb, openDb, arrowDb, makeObject, either, type Alias } from "./db";
        class Service {
          declared!: Db;
          initialised = new Db();
          assigned;
          constructor(private readonly parameter: Db, other: Db) {
            this.assigned = other;
          }
          run() {
            this.declared.query(); // runs db.ts:Db.query
            this.initialised.query(); // runs db.ts:Db.query
            this.assigned.query(); // runs db.ts:Db.query
            this.parameter.query(); // runs db.ts:Db.query
          }
        }
        function byParameter(a: Db, b: Alias, c: Readonly<Db>, d?: Db | null, e: any) {
          a.query(); // runs db.ts:Db.query
          b.query(); // runs db.ts:Db.query
          c.query(); // runs db.ts:Db.query
          d?.query(); // runs db.ts:Db.query
          e.query();
          a.nested.deep(); // runs db.ts:Inner.deep
        }
        function generic<T extends Db>(value: T) {
          value.query(); // runs db.ts:Db.query
        }
        async function factories() {
          db.query(); // runs db.ts:Db.query
          makeDb().query(); // runs db.ts:makeDb db.ts:Db.query
          const opened = await openDb();
          opened.query(); // runs db.ts:Db.query
          const viaArrow = arrowDb(); // runs db.ts:arrowDb
          viaArrow.query(); // runs db.ts:Db.query
          const object = makeObject(); // runs db.ts:makeObject
          object.load(); // runs db.ts:makeObject.load
          object.db.query(); // runs db.ts:Db.query
          either(true).query(); // runs db.ts:either
          const service = new Service(db, db); // runs main.ts:Service.<fields> main.ts:Service.constructor
          service.run(); // runs main.ts:Service.run
          service.initialised.query(); // runs db.ts:Db.query
        }
        function local() { return new Service(db, db); } // runs main.ts:Service.<fields> main.ts:Service.constructor
        local().run(); // runs main.ts:Service.run main.ts:local
      `,
    });
  });

  test("interfaces, abstract classes and types: what implements them", () => {
    checkRuns({
      "types.ts": `
        export interface Store { load(): void; find: (name: string) => Result; both(): void }
        export interface Result { read(): void }
        export interface Empty { nothing(): void }
        export type Shape = { draw(): void };
        export abstract class Abstract {
          abstract step(): void;
          run() { this.step(); } // runs main.ts:Concrete.step
        }
      `,
      "main.ts": `
        import { Abstract, type Store, type Result, type Empty, type Shape } from "./types";
        class Found implements Result { read() {} }
        class Disk implements Store {
          load() {}
          find = (name: string) => new Found();
          both() {}
        }
        class Memory implements Store {
          async load() {}
          both() {}
        }
        class Circle implements Shape { draw() {} }
        class Concrete extends Abstract { step() {} }
        function use(store: Store, empty: Empty, shape: Shape, abstract: Abstract) {
          store.load(); // runs main.ts:Disk.load main.ts:Memory.load
          store.both(); // runs main.ts:Disk.both main.ts:Memory.both
          store.find("x"); // runs main.ts:Disk.find
          store.find("x").read(); // runs main.ts:Disk.find main.ts:Found.read
          empty.nothing();
          shape.draw(); // runs main.ts:Circle.draw
          abstract.step(); // runs main.ts:Concrete.step
        }
        const precise: Store = new Disk();
        precise.load(); // runs main.ts:Disk.load
        function anonymous(value: { draw(): void }) { value.draw(); }
      `,
    });
  });

  test("getters are run by reading them, setters and fields by nothing", () => {
    checkRuns({
      "lib.ts": `
        export class Config {
          plain = 1;
          get text() { return ""; }
          set text(value) {}
          static get shared() { return new Config(); }
          get db() { return new Db(); }
        }
        export class Db { query() {} }
        export const settings = { get lazy() { return 1; } };
      `,
      "main.ts": `
        import { Config, settings } from "./lib";
        class Local extends Config {
          get own() { return this.text; } // runs lib.ts:Config.get-text
          plainOne = 1;
          run() { return [this.own, this.plainOne]; } // runs main.ts:Local.get-own
        }
        function read(config: Config) {
          config.text; // runs lib.ts:Config.get-text
          config.text = "x";
          config.plain;
          config.missing;
          Config.shared; // runs lib.ts:Config.get-shared
          config.db.query(); // runs lib.ts:Config.get-db lib.ts:Db.query
          return settings.lazy; // runs lib.ts:lazy
        }
      `,
    });
  });
});

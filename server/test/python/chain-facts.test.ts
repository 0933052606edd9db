import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { placeOf, programOf, runBy } from "./chainFacts";

/** What `entry` runs in a program; without other files, `source` is all of it. */
function runs(name: string, source: string, expected: readonly string[], others: Record<string, string> = {}): void {
  test(name, () => {
    assert.deepEqual(runBy(programOf({ "main.py": source, ...others })), [...expected].sort());
  });
}

const STORE = `
import time
class Base:
    def __init__(self): time.sleep(1)
    def load(self): time.sleep(1)
    @property
    def size(self): return 1
    @staticmethod
    def parse(): pass
class Store(Base):
    def save(self): pass
    def __call__(self): pass
    def __enter__(self): return self
    def __exit__(self, *error): pass
def make() -> Store: return Store()
def build(): return Store()
def rows():
    yield 1
async def fetch(): pass
store = Store()
load = lambda: 1
`;

describe("Python: bare calls", () => {
  runs(
    "a function, a nested one, a lambda with a name",
    "def f(): pass\nh = lambda: 1\ndef entry():\n def g(): pass\n f(); g(); h()",
    ["f", "entry.g", "<lambda>"],
  );
  runs("a default argument", "def f(): pass\ndef entry(g=f):\n g()\n unknown()", []);
  runs(
    "an asynchronous function and a generator function run nothing when they are called",
    "async def f(): pass\ndef g(): yield 1\ndef entry():\n f(); g()",
    [],
  );
  runs(
    "imports, under another name, in the function",
    "from app.store import load as l\ndef entry():\n from app import store\n l(); store.make()",
    ["app/store.py:<lambda>", "app/store.py:make"],
    { "app/store.py": STORE },
  );
  runs("a package's __init__ hands on", "from app import make\ndef entry(): make()", ["app/store.py:make"], {
    "app/__init__.py": "from .store import make",
    "app/store.py": STORE,
  });
  runs(
    "star imports, also several",
    "from app.other import *\nfrom app.store import *\ndef entry(): make()",
    ["app/store.py:make"],
    { "app/store.py": STORE, "app/other.py": "x = 1" },
  );
  runs(
    "what is awaited runs where it is a plain function",
    "from app.store import make, fetch\nimport asyncio, time\ndef f(): return asyncio.sleep(1)\nasync def entry():\n await f(); await make(); await fetch(); await time.sleep(1)",
    ["f", "app/store.py:make"],
    { "app/store.py": STORE },
  );
});

describe("Python: methods", () => {
  runs(
    "self, cls, super, inherited from another file",
    "from app.store import Base\nclass A(Base):\n def own(self): pass\n @classmethod\n def make(cls): cls.own2(); cls.parse()\n @staticmethod\n def own2(): pass\n def load(self):\n  super().load(); super(A, self).load(); self.own(); self.parse()\ndef entry():\n a = A(); a.load(); a.size; A.make(); A.own2(); A.parse(); a.nothing()",
    ["A.load", "A.make", "A.own2", "app/store.py:Base.__init__", "app/store.py:Base.parse", "app/store.py:Base.size"],
    { "app/store.py": STORE },
  );
  test("super, self and cls in methods", () => {
    const program = programOf({
      "main.py":
        "from app.store import Base\nclass A(Base):\n def entry(self):\n  super().load(); super(A, self).save(); self.x(); self.size\n  def inner(): self.x()\n def x(self): pass\n @classmethod\n def make(cls): cls.parse(); cls()",
      "app/store.py": STORE,
    });
    assert.deepEqual(runBy(program, "A.entry"), ["A.x", "app/store.py:Base.load", "app/store.py:Base.size"]);
    assert.deepEqual(runBy(program, "A.entry.inner"), ["A.x"]);
    assert.deepEqual(runBy(program, "A.make"), ["app/store.py:Base.__init__", "app/store.py:Base.parse"]);
  });
  runs(
    "of several bases the one that has it",
    "from app.a import A\nfrom app.b import B\nclass C(A, B): pass\ndef entry():\n c = C(); c.a(); c.b(); c.c()",
    ["app/a.py:A.a", "app/b.py:B.b"],
    { "app/a.py": "class A:\n def a(self): pass", "app/b.py": "class B:\n def b(self): pass" },
  );
  runs(
    "generic bases",
    "class Repo(Generic[T]):\n def get(self): pass\nclass Users(Repo[int]): pass\ndef entry(): Users().get()",
    ["Repo.get"],
  );
  runs(
    "bases that go round in a circle",
    "class A(B):\n def x(self): pass\nclass B(A): pass\ndef entry(): B().x(); B().y()",
    ["A.x"],
  );
  runs(
    "getters, also cached and of a class in another file; a setter is none",
    "from functools import cached_property\nfrom app.store import store\nclass A:\n @property\n def x(self): return 1\n @x.setter\n def x(self, value): pass\n @cached_property\n def y(self): return 2\n z = 3\ndef entry(a: A):\n a.x; a.y; a.z; a.x = 1; store.size",
    ["A.x", "A.y", "app/store.py:Base.size"],
    { "app/store.py": STORE },
  );
  runs(
    "a getter of an object of another file",
    "from app.store import make\ndef entry(): make().size; make().load",
    ["app/store.py:make", "app/store.py:Base.size"],
    { "app/store.py": STORE },
  );
  runs(
    "instances that are called",
    "from app.store import store\nclass A:\n def __call__(self): pass\ndef entry():\n A()(); store()",
    ["A.__call__", "app/store.py:Store.__call__"],
    { "app/store.py": STORE },
  );
  runs(
    "construction: own, inherited, of a dataclass",
    "from dataclasses import dataclass\nfrom app.store import Store\nclass A:\n def __new__(cls): pass\n def __init__(self): pass\n@dataclass\nclass D(A):\n x: int\n def __post_init__(self): pass\nclass S(Store): pass\ndef entry():\n A(); D(1); S(); Store()",
    ["A.__new__", "A.__init__", "D.__post_init__", "app/store.py:Base.__init__"],
    { "app/store.py": STORE },
  );
  runs(
    "abstract methods: what implements them",
    "from abc import ABC, abstractmethod\nclass A(ABC):\n @abstractmethod\n def x(self): ...\n def y(self): raise NotImplementedError\n def hook(self): pass\nclass B(A):\n def x(self): pass\n def y(self): pass\nclass C(A):\n def x(self): pass\ndef entry(a: A):\n a.x(); a.y(); a.hook()",
    ["A.hook", "B.x|C.x", "B.y"],
  );
});

describe("Python: what stands in names, attributes and annotations", () => {
  runs(
    "instances of modules",
    "from app.store import store\nimport app.store\ndef entry():\n store.save(); app.store.store.load()",
    ["app/store.py:Store.save", "app/store.py:Base.load"],
    { "app/store.py": STORE },
  );
  runs(
    "attributes, by assignment, annotation and dataclass field",
    "from app.store import Store\nclass A:\n c: Store\n def __init__(self, b: Store):\n  self.a = Store(); self.b = b; self.d = unknown()\ndef entry(x: A):\n x.a.save(); x.b.save(); x.c.load(); x.d.save()",
    ["app/store.py:Store.save", "app/store.py:Base.load"],
    { "app/store.py": STORE },
  );
  runs(
    "attributes of a class in another file",
    "from app.state import state\ndef entry(): state.store.save()",
    ["app/store.py:Store.save"],
    {
      "app/store.py": STORE,
      "app/state.py":
        "from .store import Store\nclass State:\n def __init__(self): self.store = Store()\nstate = State()",
    },
  );
  runs(
    "results, by annotation and by what is returned, awaited too",
    "from app.store import make, build\nasync def later(): return make()\nclass A:\n def copy(self) -> 'Self': pass\n def x(self): pass\nasync def entry():\n make().save(); build().save(); (await later()).load(); A().copy().x(); (await unknown()).load()",
    ["A.copy", "A.x", "app/store.py:Base.load", "app/store.py:Store.save", "app/store.py:build", "app/store.py:make"],
    { "app/store.py": STORE },
  );
  runs(
    "results that differ stay quiet",
    "class A:\n def x(self): pass\nclass B:\n def x(self): pass\ndef f(y): return A() if y else B()\ndef g(y):\n if y: return A()\n return h()\ndef entry(): f(1).x(); g(1).x()",
    ["f", "g"],
  );
  runs("functions that call themselves end", "def f(): return g()\ndef g(): return f()\ndef entry(): f().x()", ["f"]);
  runs(
    "an annotation in a class that names itself means the name outside",
    "class date:\n def x(self): pass\nclass A:\n date: date\n other: 'other'\ndef entry(a: A): a.date.x(); a.other.x()",
    ["date.x"],
  );
  runs("a module's attributes are no getters", "import app.store\ndef entry(): app.store; app.store.load", [], {
    "app/store.py": STORE,
  });
});

describe("Python: what is entered and walked through", () => {
  runs(
    "with, of a class and of a generator; asynchronous ones run nothing",
    "from contextlib import contextmanager\nfrom app.store import Store\nclass A:\n def __enter__(self): return self\n def __exit__(self, *e): pass\n def x(self): pass\n@contextmanager\ndef opened():\n yield A()\nasync def entry():\n with A() as a: a.x()\n with opened() as b: b.x()\n with Store() as s: s.save()\n async with A() as c: pass",
    [
      "A.__enter__",
      "A.__exit__",
      "A.x",
      "app/store.py:Base.__init__",
      "app/store.py:Store.__enter__",
      "app/store.py:Store.__exit__",
      "app/store.py:Store.save",
      "opened",
    ],
    { "app/store.py": STORE },
  );
  for (const [name, code] of Object.entries({
    for: "for x in rows(): pass",
    "a comprehension": "[x for y in [1] for x in rows()]",
    list: "list(rows())",
    sum: "sum(x for x in rows())",
    join: "''.join(rows())",
    unpacking: "a, b = rows()",
    "a star": "f(*rows())",
    next: "next(rows())",
    enumerate: "for i, x in enumerate(rows()): pass",
    "a name": "r = rows()\n for x in r: pass",
    "yield from": "yield from rows()",
  })) {
    runs(`a generator in ${name}`, `from app.store import rows\ndef entry():\n ${code}`, ["app/store.py:rows"], {
      "app/store.py": STORE,
    });
    runs(`a generator of the same file in ${name}`, `def rows(): yield 1\ndef entry():\n ${code}`, ["rows"]);
  }
  runs(
    "__iter__ and __next__",
    "class A:\n def __iter__(self): return self\n def __next__(self): return 1\nclass G:\n def __iter__(self):\n  yield 1\ndef entry():\n for x in A(): pass\n list(G())",
    ["A.__iter__", "A.__next__", "G.__iter__"],
  );
  runs(
    "what a generator gives",
    "class A:\n def x(self): pass\ndef rows():\n yield A()\ndef entry():\n for a in rows(): a.x()",
    ["A.x", "rows"],
  );
});

const DECORATORS = `
import functools, asyncio
def timed(fn):
    @functools.wraps(fn)
    def wrapper(*args):
        return fn(*args)
    return wrapper
def retry(times):
    def decorate(fn):
        def again(*args): return fn(*args)
        return again
    return decorate
def threaded(fn):
    def start(*args): return asyncio.get_running_loop().run_in_executor(None, lambda: fn(*args))
    return start
def background(fn):
    async def wrapper(*args): return await asyncio.to_thread(fn, *args)
    return wrapper
def registered(fn):
    REGISTRY.append(fn)
    return fn
def lazily(fn):
    return Lazy(fn)
`;

describe("Python: decorators", () => {
  runs(
    "wrappers run, and what they wrap where they call it",
    "from app.d import *\n@timed\ndef a(): pass\n@retry(3)\ndef b(): pass\n@threaded\ndef c(): pass\n@background\ndef d(): pass\n@registered\ndef e(): pass\n@lazily\ndef f(): pass\n@unknown\ndef g(): pass\ndef entry():\n a(); b(); c(); d(); e(); f(); g()",
    ["a", "app/d.py:timed.wrapper", "app/d.py:retry.decorate.again", "b", "app/d.py:threaded.start", "e"],
    { "app/d.py": DECORATORS },
  );
  runs(
    "those that keep the function",
    "import functools, typing, abc\n@functools.lru_cache(maxsize=1)\ndef a(): pass\n@functools.cache\ndef b(): pass\nclass A:\n @typing.override\n def c(self): pass\ndef entry(): a(); b(); A().c()",
    ["a", "b", "A.c"],
  );
});

describe("Python: callbacks", () => {
  const HELPERS =
    "import asyncio\ndef call(f, *args): return f(*args)\ndef twice(g): call(g); call(g)\nasync def offload(f): return await asyncio.to_thread(f)\ndef keep(f): KEPT.append(f)\ndef soon(loop, f): loop.call_soon(f)\ndef inside(f):\n def g(): f()\n g()";
  runs(
    "references run where the function that is given them calls them",
    "from app.h import *\nimport time\nclass A:\n def m(self): pass\ndef a(): pass\ndef b(): pass\ndef c(): pass\ndef d(): pass\ndef e(): pass\nasync def entry(x: A):\n call(a); twice(g=b); await offload(c); keep(d); inside(e); call(x.m); call(time.sleep, 1); sorted([], key=d)",
    ["a", "b", "d", "e", "A.m", "app/h.py:call", "app/h.py:twice", "app/h.py:keep", "app/h.py:inside", "time.sleep"],
    { "app/h.py": HELPERS },
  );
  runs(
    "parameters by keyword alone, and those behind a star, have no position",
    "def by_keyword(*args, f): f()\ndef behind(a, /, *, f=None): f()\nclass A:\n def m(self, f): f()\ndef a(): pass\ndef b(): pass\ndef c(): pass\ndef entry():\n by_keyword(1, a); by_keyword(f=b); behind(1, a); A().m(c)",
    ["A.m", "b", "behind", "by_keyword", "c"],
  );
  test("lambdas run where the function that is given them says", () => {
    const program = programOf({
      "main.py":
        "from app.h import *\nasync def entry(loop):\n call(lambda: 1)\n await offload(lambda: 2)\n keep(lambda: 3)\n soon(loop, lambda: 4)\n call(*x, lambda: 5)",
      "app/h.py": HELPERS,
    });
    const places = ["", "~2", "~3", "~4", "~5"].map((end) => placeOf(program, `entry.<lambda>${end}`));
    assert.deepEqual(places, ["on-loop", "off-loop", "unknown", "on-loop", "unknown"]);
  });
});

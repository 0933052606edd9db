"""A repository of orders: what objects hold, and how that is known."""
import queue
import sqlite3
import subprocess
import threading
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Optional, Self

DATABASE = sqlite3.connect("orders.db")
_lock = threading.Lock()


class Base:
    def __init__(self):
        self.inbox = queue.Queue()


class Orders(Base):
    folder = Path("/srv/orders")
    mutex: ClassVar[threading.Lock] = threading.Lock()
    database: sqlite3.Connection
    process: Optional[subprocess.Popen] = None

    def __init__(self, path: Path, worker):
        super().__init__()
        self.path = path
        self.log: Path = path / "log"
        self.queue = queue.Queue(maxsize=10)
        self.worker = worker
        self.connection = None
        self.client = self.make()

    def make(self) -> sqlite3.Connection:
        return sqlite3.connect("orders.db")

    def connect(self):
        self.connection = sqlite3.connect("orders.db")

    @property
    def archive(self) -> Path:
        return self.path / "archive"

    @cached_property
    def cache(self) -> Path:
        return self.path / "cache"

    @classmethod
    async def shared(cls):
        cls.folder.exists()
       #^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint

    async def take(self):
        self.path.read_text()
       #^^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#read_text warning
        self.log.unlink()
       #^^^^^^^^^^^^^^^ blocking-call pathlib.Path#unlink hint
        self.queue.get()
       #^^^^^^^^^^^^^^ blocking-call queue.Queue#get warning
        self.inbox.get()
       #^^^^^^^^^^^^^^ blocking-call queue.Queue#get warning
        self.folder.exists()
       #^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
        self.database.execute("select 1")
       #^^^^^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#execute warning
        self.process.wait()
       #^^^^^^^^^^^^^^^^^ blocking-call subprocess.Popen#wait warning
        self.connection.commit()
       #^^^^^^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#commit warning
        self.client.commit()
       #^^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#commit warning
        self.archive.exists()
       #^^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
        self.cache.exists()
       #^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
        with self.mutex:
        #    ^^^^^^^^^^ blocking-call threading.Lock#__enter__ warning
            return self.worker.join()

    async def __aenter__(self) -> Self:
        self.path.touch()
       #^^^^^^^^^^^^^^^ blocking-call pathlib.Path#touch hint
        return self


@dataclass
class Job:
    target: Path
    results: queue.Queue = field(default_factory=queue.Queue)
    note: str = ""

    async def run(self):
        self.target.exists()
       #^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
        self.results.get()
       #^^^^^^^^^^^^^^^^ blocking-call queue.Queue#get warning
        self.note.join([])


async def outside(orders: Orders, job: "Job"):
    orders.path.exists()
   #^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    job.target.exists()
   #^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    Orders.folder.exists()
   #^^^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    mine = Orders(Path("a"), None)
          #^^^^^^ blocking-chain sqlite3.connect warning
    mine.queue.get()
   #^^^^^^^^^^^^^^ blocking-call queue.Queue#get warning
    async with Orders(Path("a"), None) as entered:
              #^^^^^^ blocking-chain sqlite3.connect warning
        entered.queue.get()
       #^^^^^^^^^^^^^^^^^ blocking-call queue.Queue#get warning
    DATABASE.execute("select 1")
   #^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#execute warning
    with _lock:
    #    ^^^^^ blocking-call threading.Lock#__enter__ warning
        pass
    orders.unknown.exists()
    job.run.exists()

"""A dispatcher over locks, queues and sockets: the variants that don't wait."""
import asyncio
import concurrent.futures
import queue
import select
import socket
import subprocess
import threading

lock = threading.Lock()
jobs = queue.Queue()


async def locks(flag, limit):
    lock.acquire()
   #^^^^^^^^^^^^ blocking-call threading.Lock#acquire warning
    lock.acquire(True)
   #^^^^^^^^^^^^ blocking-call threading.Lock#acquire warning
    lock.acquire(blocking=True)
   #^^^^^^^^^^^^ blocking-call threading.Lock#acquire warning
    lock.acquire(timeout=5)
   #^^^^^^^^^^^^ blocking-call threading.Lock#acquire warning
    lock.acquire(blocking=False)
    lock.acquire(False)
    lock.acquire(timeout=0)
    lock.acquire(blocking=flag)
    lock.release()
    with threading.RLock():
    #    ^^^^^^^^^^^^^^^^^ blocking-call threading.RLock#__enter__ warning
        pass
    event = threading.Event()
    event.wait()
   #^^^^^^^^^^ blocking-call threading.Event#wait warning
    event.wait(0)
    event.wait(timeout=0)
    event.set()
    condition = threading.Condition()
    with condition:
    #    ^^^^^^^^^ blocking-call threading.Condition#__enter__ warning
        condition.wait()
       #^^^^^^^^^^^^^^ blocking-call threading.Condition#wait warning
        condition.notify_all()
    async with asyncio.Lock():
        await asyncio.Event().wait()


async def queues():
    jobs.get()
   #^^^^^^^^ blocking-call queue.Queue#get warning
    jobs.get(True, 5)
   #^^^^^^^^ blocking-call queue.Queue#get warning
    jobs.get(block=False)
    jobs.get(False)
    jobs.get(timeout=0)
    jobs.get_nowait()
    jobs.put_nowait(1)
    jobs.join()
   #^^^^^^^^^ blocking-call queue.Queue#join warning
    jobs.empty()
    queue.SimpleQueue().get()
    #                   ^^^ blocking-call queue.SimpleQueue#get warning
    await asyncio.Queue().get()
    asyncio.Queue().get_nowait()


async def sockets(host):
    plain = socket.socket()
    plain.connect((host, 80))
   #^^^^^^^^^^^^^ blocking-call socket.socket#connect warning
    plain.recv(1024)
   #^^^^^^^^^^ blocking-call socket.socket#recv warning
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    plain.close()
    free = socket.socket()
    free.setblocking(False)
    free.connect_ex((host, 80))
    free.recv(1024)
    quick = socket.socket()
    quick.settimeout(0)
    quick.recv(1024)
    waiting = socket.socket()
    waiting.settimeout(5)
    waiting.recv(1024)
   #^^^^^^^^^^^^ blocking-call socket.socket#recv warning
    loop = asyncio.get_running_loop()
    await loop.sock_recv(free, 1024)
    select.select([plain], [], [])
   #^^^^^^^^^^^^^ blocking-call select.select warning
    select.select([plain], [], [], 0)
    socket.getaddrinfo(host, 80)
   #^^^^^^^^^^^^^^^^^^ blocking-call socket.getaddrinfo warning
    await loop.getaddrinfo(host, 80)
    socket.gethostname()


async def processes(command):
    process = subprocess.Popen(command)
    #         ^^^^^^^^^^^^^^^^ blocking-call subprocess.Popen warning
    process.poll()
    process.wait()
   #^^^^^^^^^^^^ blocking-call subprocess.Popen#wait warning
    process.wait(timeout=0)
    process.terminate()
    other = await asyncio.create_subprocess_exec(*command)
    await other.wait()
    subprocess.list2cmdline(command)


async def futures(future: concurrent.futures.Future, task: asyncio.Task):
    future.result()
   #^^^^^^^^^^^^^ blocking-call concurrent.futures.Future#result warning
    future.result(timeout=0)
    future.done()
    task.result()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        list(pool.map(print, [1]))
        #    ^^^^^^^^ blocking-call concurrent.futures.Executor#map warning
        concurrent.futures.wait([future])
       #^^^^^^^^^^^^^^^^^^^^^^^ blocking-call concurrent.futures.wait warning
        concurrent.futures.wait([future], timeout=0)
    asyncio.Future().result()

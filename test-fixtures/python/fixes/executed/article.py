# A synchronous request in a coroutine, against a server of its own: each way out gives the same pages.
# rewrites: 1
# stalls: requests.get
import asyncio
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests

import support


class Slow(BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.3)
        body = f"page {self.path}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
threading.Thread(target=server.serve_forever, daemon=True).start()
ADDRESS = f"http://127.0.0.1:{server.server_port}"


async def bad_fetch(url):
    return requests.get(url).text


async def case_one():
    return await bad_fetch(ADDRESS + "/a")


async def case_two_at_once():
    return await asyncio.gather(bad_fetch(ADDRESS + "/b"), bad_fetch(ADDRESS + "/c"))


async def case_refused():
    try:
        return await bad_fetch("http://127.0.0.1:1/")
    except requests.ConnectionError as error:
        return type(error).__name__


if __name__ == "__main__":
    support.run(globals())

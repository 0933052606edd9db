"""A server on this machine, in a thread of its own, whose answers take a while where the path says so."""

import asyncio
import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

os.environ["NO_PROXY"] = "127.0.0.1"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        path, _, query = self.path.partition("?")
        status, headers, content = 200, {"Content-Type": "text/plain; charset=utf-8"}, b"ok\n"
        if path == "/slow":
            time.sleep(0.6)
            content = "spät\n".encode()
        elif path == "/json":
            headers["Content-Type"] = "application/json"
            content = json.dumps({"query": query, "items": [1, 2]}).encode()
        elif path == "/echo":
            kind, given = self.headers.get("Content-Type"), self.headers.get("X-Given")
            authorization, cookie = self.headers.get("Authorization"), self.headers.get("Cookie")
            content = f"{self.command} {kind} {given} {authorization} {cookie} {body.decode()}".encode()
        elif path == "/lines":
            content = b"".join(b"line %d\n" % number for number in range(5))
        elif path == "/redirect":
            status, headers["Location"] = 302, "/text"
        elif path == "/cookie":
            headers["Set-Cookie"] = "seen=1"
        elif path == "/missing":
            status, content = 404, b"nothing here"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = answer

    def log_message(self, *arguments):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Clients may go away before they have their answer."""


def serve():
    """Starts it and gives its address."""
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def warm_up(url):
    """What httpx loads for its first request isn't what is measured."""
    import httpx

    async def get():
        async with httpx.AsyncClient() as client:
            await client.get(url)

    asyncio.run(get())

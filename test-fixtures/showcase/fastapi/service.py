"""Prices of an upstream service, with FastAPI. `PORT=0 python service.py` takes a free port and says where it listens."""

import hashlib
import os
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import requests
import uvicorn
from fastapi import FastAPI

from reports import daily_report

HERE = Path(__file__).parent
SALT = b"notebook"

app = FastAPI()


class Upstream(BaseHTTPRequestHandler):
    """Stands for somebody else's service: it takes its time."""

    def do_GET(self):
        time.sleep(0.04)
        body = b'{"price": 12}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


upstream = ThreadingHTTPServer(("127.0.0.1", 0), Upstream)
threading.Thread(target=upstream.serve_forever, daemon=True).start()


@app.get("/health")
async def health():
    return {"status": "up"}


@app.get("/price")
async def price():
    return requests.get(f"http://127.0.0.1:{upstream.server_port}/price", timeout=5).json()


@app.get("/terms")
async def terms():
    with open(HERE / "terms.txt", encoding="utf-8") as file:
        text = file.read()
    return {"length": len(text)}


@app.get("/login")
async def login(password: str = "lovelace"):
    key = hashlib.pbkdf2_hmac("sha512", password.encode(), SALT, 60_000)
    return {"key": key.hex()[:16]}


@app.get("/forecast")
async def forecast(seed: int = 7):
    value = seed
    for _ in range(1_500_000):
        value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
    return {"value": value}


@app.get("/report")
async def report():
    return {"lines": daily_report(HERE / "terms.txt")}


if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", int(os.environ.get("PORT", "8000"))))
    print(f"Prices listen on http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])

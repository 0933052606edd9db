# Handlers and dependencies of FastAPI that await nothing: dropping `async` is the second offer.
# rewrites: 10
# stalls: the slow handlers
import asyncio
import contextvars
import os
import subprocess
import time

import httpx
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, HTTPException, WebSocket
from fastapi.testclient import TestClient

import support

app = FastAPI()
router = APIRouter(prefix="/more")
USER = contextvars.ContextVar("user", default="nobody")
DONE = []


@app.get("/positional/{name}")
async def read_positional(name: str):
    return {"exists": os.path.exists(name), "user": USER.get()}


@app.post("/keywords")
async def run_keywords():
    return subprocess.run(["echo", "x"], capture_output=True, text=True).stdout.strip()


@router.put("/several")
@router.patch("/several")
async def change_several() -> dict:
    time.sleep(0.01)
    return {"folder": os.path.isdir("/")}


@app.get("/slow")
async def wait_slow():
    subprocess.run(["sleep", "0.3"], check=True)
    return "slow"


async def current_user():
    return os.path.basename(os.getcwd()) != "" and os.path.isdir("/")


@app.get("/dependent")
async def read_dependent(background: BackgroundTasks, user: bool = Depends(current_user)):
    background.add_task(DONE.append, "background")
    return [user, os.path.isfile("/")]


@app.delete("/error")
async def fail():
    if os.path.exists("/"):
        raise HTTPException(status_code=418, detail="teapot")


@app.get("/waits")
async def read_and_wait():
    await asyncio.sleep(0)
    return os.path.isdir("/")


async def added():
    return os.path.isdir("/")


app.include_router(router)
app.add_api_route("/added", added)


async def case_client():
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://app") as client:
        answers = await asyncio.gather(client.get("/slow"), client.get("/positional/x"), client.get("/added"))
    return [answer.json() for answer in answers]


if __name__ == "__main__":
    support.run(globals())
    with TestClient(app) as client:
        for method, url in [
            ("GET", "/positional/x"),
            ("POST", "/keywords"),
            ("PUT", "/more/several"),
            ("PATCH", "/more/several"),
            ("GET", "/slow"),
            ("GET", "/dependent"),
            ("DELETE", "/error"),
            ("GET", "/waits"),
            ("GET", "/added"),
        ]:
            answer = client.request(method, url)
            print(method, url, answer.status_code, answer.json())
    print(DONE, WebSocket is not None)

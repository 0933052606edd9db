# Handlers that Starlette's routes are made with, in a function and in the module.
# rewrites: 5
import os
import subprocess

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route
from starlette.testclient import TestClient


async def home(request):
    return JSONResponse({"exists": os.path.exists("/"), "path": request.url.path})


async def command(request):
    text = subprocess.run(["echo", "x"], capture_output=True, text=True).stdout
    return JSONResponse(text.strip())


async def body(request):
    data = await request.body()
    return JSONResponse([len(data), os.path.isdir("/")])


def create_app():
    async def inner(request):
        return JSONResponse(os.path.isfile("/"))

    async def named(request):
        return JSONResponse(os.path.isabs("/") and os.path.islink("/"))

    return Starlette(
        routes=[
            Route("/", home),
            Route("/command", command, methods=["POST"]),
            Route("/body", body, methods=["POST"]),
            Mount("/inner", routes=[Route("/", inner), Route("/named", endpoint=named)]),
        ]
    )


if __name__ == "__main__":
    client = TestClient(create_app())
    for method, url in [("GET", "/"), ("POST", "/command"), ("POST", "/body"), ("GET", "/inner/"), ("GET", "/inner/named")]:
        answer = client.request(method, url)
        print(method, url, answer.status_code, answer.json())

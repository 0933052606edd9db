"""A web service: handlers as their frameworks run them."""
import time

from aiohttp import web
from django.http import HttpResponse
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI
from flask import Flask
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

app = FastAPI()
router = APIRouter()
flask = Flask(__name__)


def settings():
    time.sleep(1)


async def session():
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning
    yield


@app.get("/pooled")
def pooled(value=Depends(settings)):
    time.sleep(1)


@app.get("/on-the-loop")
async def on_the_loop(tasks: BackgroundTasks, value=Depends(session)):
    tasks.add_task(time.sleep, 1)
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning


@router.websocket("/socket")
async def websocket(socket):
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning


@app.middleware("http")
async def middleware(request, call_next):
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning
    return await call_next(request)


@app.on_event("startup")
async def startup():
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning


@flask.route("/")
def index():
    time.sleep(1)


def starlette_pooled(request):
    time.sleep(1)
    return PlainTextResponse("")


async def starlette_page(request):
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning
    return PlainTextResponse("")


starlette = Starlette(routes=[Route("/a", starlette_pooled), Route("/b", starlette_page)])


def django_view(request):
    time.sleep(1)
    return HttpResponse("")


async def django_async_view(request):
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning
    return HttpResponse("")


class Page(web.View):
    async def get(self):
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning
        return web.Response()


async def handler(request: web.Request):
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning
    return web.FileResponse("a")

"""A log shipper: file objects, wherever they come from."""
import bz2
import codecs
import gzip
import io
import json
import lzma
import os
import tempfile
from io import StringIO
from pathlib import Path

import aiofiles
import anyio


async def copy(source: Path, target):
    with open(source) as reader, open(target, "w") as writer:
    #    ^^^^ blocking-call builtins.open warning
    #                            ^^^^ blocking-call builtins.open warning
        for line in reader:
        #           ^^^^^^ blocking-call io.TextIOWrapper#__iter__ warning
            writer.write(line)
           #^^^^^^^^^^^^ blocking-call io.TextIOWrapper#write warning
        writer.flush()
       #^^^^^^^^^^^^ blocking-call io.TextIOWrapper#flush warning
    with source.open() as file:
    #    ^^^^^^^^^^^ blocking-call pathlib.Path#open warning
        file.read()
       #^^^^^^^^^ blocking-call io.TextIOWrapper#read warning
    text = open(source).read()
    #      ^^^^ blocking-call builtins.open warning
    #                   ^^^^ blocking-call io.TextIOWrapper#read warning
    file = open(target)
    #      ^^^^ blocking-call builtins.open warning
    try:
        lines = file.readlines()
        #       ^^^^^^^^^^^^^^ blocking-call io.TextIOWrapper#readlines warning
        settings = json.load(file)
        #          ^^^^^^^^^ blocking-call json.load warning
    finally:
        file.close()
    return text, lines, settings


async def packed(name):
    with gzip.open(name, "rt") as file:
    #    ^^^^^^^^^ blocking-call gzip.open warning
        head = file.readline()
        #      ^^^^^^^^^^^^^ blocking-call gzip.GzipFile#readline warning
    bz2.open(name)
   #^^^^^^^^ blocking-call bz2.open warning
    lzma.open(name)
   #^^^^^^^^^ blocking-call lzma.open warning
    codecs.open(name)
   #^^^^^^^^^^^ blocking-call codecs.open warning
    with tempfile.NamedTemporaryFile() as file:
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call tempfile.NamedTemporaryFile warning
        file.write(head)
       #^^^^^^^^^^ blocking-call io.TextIOWrapper#write warning
    with tempfile.TemporaryDirectory() as folder:
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call tempfile.TemporaryDirectory hint
        return os.listdir(folder)
        #      ^^^^^^^^^^ blocking-call os.listdir warning


async def given(file: io.TextIOWrapper, raw: "io.FileIO"):
    file.read()
   #^^^^^^^^^ blocking-call io.TextIOWrapper#read warning
    raw.readall()
   #^^^^^^^^^^^ blocking-call io.FileIO#readall warning
    return file.name, raw.closed


async def in_memory(data: io.BytesIO):
    io.StringIO("x").read()
    buffer = io.BytesIO()
    buffer.write(b"x")
    buffer.getvalue()
    data.read()
    with StringIO() as text:
        text.write("x")
        for line in text:
            print(line)
    json.loads("{}")
    json.dumps({})


async def asynchronous(name):
    async with aiofiles.open(name) as file:
        await file.read()
        async for line in file:
            print(line)
    async with await anyio.open_file(name) as file:
        return await file.read()

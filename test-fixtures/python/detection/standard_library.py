"""A backup service: what blocks in the standard library, an example of each kind."""
import ftplib
import getpass
import glob
import hashlib
import http.client
import imaplib
import multiprocessing
import os
import pickle
import shelve
import shutil
import smtplib
import ssl
import subprocess
import tarfile
import urllib.parse
import urllib.request
import zipfile


async def disk(path):
    os.makedirs(path)
   #^^^^^^^^^^^ blocking-call os.makedirs hint
    os.replace(path, path)
   #^^^^^^^^^^ blocking-call os.replace hint
    for folder, names, files in os.walk(path):
    #                           ^^^^^^^ blocking-call os.walk warning
        print(folder, names, files)
    with os.scandir(path) as entries:
    #    ^^^^^^^^^^ blocking-call os.scandir warning
        for entry in entries:
            entry.stat()
           #^^^^^^^^^^ blocking-call os.DirEntry#stat warning
            entry.is_file()
    glob.glob("*.py")
   #^^^^^^^^^ blocking-call glob.glob warning
    shutil.copytree(path, path)
   #^^^^^^^^^^^^^^^ blocking-call shutil.copytree warning
    shutil.make_archive("a", "zip")
   #^^^^^^^^^^^^^^^^^^^ blocking-call shutil.make_archive warning
    os.path.join(path, os.path.dirname(path), os.path.splitext(path)[0])
    os.getcwd()
    os.environ.get("HOME")
    os.getenv("HOME")
    os.urandom(16)


async def network(host):
    ftplib.FTP(host)
   #^^^^^^^^^^ blocking-call ftplib.FTP warning
    server = smtplib.SMTP(host)
    #        ^^^^^^^^^^^^ blocking-call smtplib.SMTP warning
    server.sendmail("a", "b", "c")
   #^^^^^^^^^^^^^^^ blocking-call smtplib.SMTP#* warning
    imaplib.IMAP4_SSL(host)
   #^^^^^^^^^^^^^^^^^ blocking-call imaplib.IMAP4_SSL warning
    connection = http.client.HTTPSConnection(host)
    connection.request("GET", "/")
   #^^^^^^^^^^^^^^^^^^ blocking-call http.client.HTTPConnection#request warning
    connection.getresponse().read()
   #^^^^^^^^^^^^^^^^^^^^^^ blocking-call http.client.HTTPConnection#getresponse warning
    #                        ^^^^ blocking-call http.client.HTTPResponse#read warning
    with urllib.request.urlopen(host) as response:
    #    ^^^^^^^^^^^^^^^^^^^^^^ blocking-call urllib.request.urlopen warning
        response.read()
       #^^^^^^^^^^^^^ blocking-call http.client.HTTPResponse#read warning
    urllib.parse.urlparse(host)
    urllib.request.Request(host)
    ssl.create_default_context()
   #^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call ssl.create_default_context warning
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


async def archives(path, password):
    with zipfile.ZipFile(path) as archive:
    #    ^^^^^^^^^^^^^^^ blocking-call zipfile.ZipFile warning
        archive.extractall()
       #^^^^^^^^^^^^^^^^^^ blocking-call zipfile.ZipFile#extractall warning
        archive.namelist()
    with tarfile.open(path) as archive:
    #    ^^^^^^^^^^^^ blocking-call tarfile.open warning
        archive.extractall()
       #^^^^^^^^^^^^^^^^^^ blocking-call tarfile.TarFile#extractall warning
    hashlib.pbkdf2_hmac("sha256", password, b"", 100_000)
   #^^^^^^^^^^^^^^^^^^^ blocking-call hashlib.pbkdf2_hmac warning
    hashlib.sha256(b"abc").hexdigest()
    pickle.dumps({})
    shelve.open(path)
   #^^^^^^^^^^^ blocking-call shelve.open warning


async def others(command):
    subprocess.check_output(command)
   #^^^^^^^^^^^^^^^^^^^^^^^ blocking-call subprocess.check_output warning
    subprocess.run(command, check=True).stdout
   #^^^^^^^^^^^^^^ blocking-call subprocess.run warning
    os.system("sync")
   #^^^^^^^^^ blocking-call os.system warning
    getpass.getpass()
   #^^^^^^^^^^^^^^^ blocking-call getpass.getpass warning
    process = multiprocessing.Process(target=print)
    process.join()
   #^^^^^^^^^^^^ blocking-call multiprocessing.Process#join warning

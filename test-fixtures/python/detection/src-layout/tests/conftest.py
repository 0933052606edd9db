import app
from app.commands import run
from src.none import run as elsewhere


async def prepare():
    app.pause(1)
#   ^^^^^^^^^ blocking-call time.sleep
    run(["true"])
#   ^^^ blocking-call subprocess.run
    elsewhere(["true"])

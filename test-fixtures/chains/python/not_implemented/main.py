from base import Job
from jobs import Build


async def handler(job: Job):
    job.run()
#   ^^^^^^^ blocking-chain time.sleep via work (base.py), time.sleep (jobs.py)
    Build().run()
    #       ^^^ blocking-chain time.sleep via work (base.py), time.sleep (jobs.py)
    job.name()

from app.settings import client, folders, lazy, of_user, pool, refreshed, session, settings

SETTINGS = settings()
of_user("root")
client()
pool()
refreshed()


def start():
    lazy()


async def handler():
    settings()
    folders()
    lazy()
   #^^^^ blocking-chain time.sleep hint
    of_user("me")
   #^^^^^^^ blocking-chain time.sleep hint
    client()
    pool()
   #^^^^ blocking-chain time.sleep warning
    session()
   #^^^^^^^ blocking-chain time.sleep hint
    refreshed()
   #^^^^^^^^^ blocking-chain time.sleep warning


if __name__ == "__main__":
    session()

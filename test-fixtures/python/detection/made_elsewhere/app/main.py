from app.store import TABLE, Session, Store, folder, session, sessions


class Controller:
    @property
    def store(self):
        return Store[str]()

    async def handle(self):
        self.store.load("a")
       #^^^^^^^^^^^^^^^ blocking-chain time.sleep warning
        Store[int]().load("b")
                    #^^^^ blocking-chain time.sleep warning
        TABLE["load"]()


async def write():
    with folder() as place:
        place.joinpath("a").write_text("b")
                           #^^^^^^^^^^ blocking-call pathlib.Path#write_text warning
    with session() as opened:
        opened.commit()
       #^^^^^^^^^^^^^ blocking-chain time.sleep warning
    for one in sessions():
        one.commit()
       #^^^^^^^^^^ blocking-chain time.sleep warning
    session()
    sessions()

from base import Base, Left, Right


class Quiet(Base):
    def load(self):
        return None

    async def get(self):
        self.load()
        super().load()
        #       ^^^^ blocking-chain time.sleep via time.sleep (base.py)
        Base.load(self)
#       ^^^^^^^^^ blocking-chain time.sleep via time.sleep (base.py)
        self.shared()


class Both(Left, Right):
    pass


class Other(Right, Left):
    pass


async def handler():
    Quiet().load()
    Quiet().close()
    #       ^^^^^ blocking-chain requests.get via requests.get (base.py)
    Both().run()
    Other().run()
    #       ^^^ blocking-chain time.sleep via time.sleep (base.py)
    await Quiet().get()

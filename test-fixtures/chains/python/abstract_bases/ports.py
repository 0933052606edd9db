from abc import ABC, abstractmethod


class Single(ABC):
    @abstractmethod
    def load(self): ...

    @abstractmethod
    async def later(self): ...

    def close(self):
        pass


class Several(ABC):
    @abstractmethod
    def load(self): ...

    @abstractmethod
    def save(self): ...


class Unused(ABC):
    @abstractmethod
    def load(self): ...

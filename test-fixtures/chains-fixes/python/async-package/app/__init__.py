from .timing import pause

__all__ = ["pause"]

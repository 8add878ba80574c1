"""The site on this machine while it is written: built again on every change, errors and all."""

from generator.preview.server import free_port, serve
from generator.preview.site import Preview

__all__ = ["Preview", "free_port", "serve"]

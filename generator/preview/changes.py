"""Being told of changes to files by the system, where it can tell.

It only makes a preview look sooner: what has changed is seen by looking, and a file system that
tells nothing (of another machine, say) is looked at now and then.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path


@contextlib.contextmanager
def told(folders: Iterable[Path], changed: Callable[[], None]) -> Iterator[None]:
    """Have `changed` called, in another thread, whenever a file in one of the folders changes.

    Args:
        folders: those that are missing are passed over.
    """
    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers import Observer

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("created", "modified", "moved", "deleted", "closed"):
                changed()

    observer = Observer()
    # Without rights or watches to spare the system tells nothing of some folders.
    with contextlib.suppress(OSError):
        for folder in folders:
            if folder.is_dir():
                observer.schedule(Handler(), str(folder), recursive=True)
    try:
        observer.start()
    except OSError:
        yield
        return
    try:
        yield
    finally:
        observer.stop()
        observer.join()

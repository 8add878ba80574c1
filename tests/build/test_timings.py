from generator.build.progress import Events
from generator.build.timings import Timings, Took


def test_each_step_has_its_own_time() -> None:
    """A step does not count what the steps within it take; one that comes twice is one."""
    told: list[dict[str, object]] = []
    now = iter([0.0, 1.0, 2.0, 5.0, 6.0, 7.0, 8.0, 10.0])
    timings = Timings(Events(told.append), clock=lambda: next(now))
    timings.start("Building")  # 1
    timings.start("Reading", 4)  # 2
    timings.stored(3)
    timings.advance()
    timings.finish()  # 5
    timings.finish()  # 6
    timings.start("Reading", 2)  # 7
    timings.finish()  # 8
    assert timings.slowest() == (
        Took("Reading", 4.0, 0.4, 6, 3),
        Took("Building", 2.0, 0.2, 0, 0),
        Took("Everything else", 4.0, 0.4, 0, 0),
    )
    assert [event["step"] for event in told] == ["Building", "Reading", "Reading"]


def test_what_is_not_shown_belongs_to_everything_else() -> None:
    now = iter([0.0, 0.0, 3.0, 3.0, 4.0, 8.0])
    timings = Timings(Events(lambda _: None), clock=lambda: next(now))
    for name in ("Long", "Short"):
        timings.start(name)
        timings.finish()
    assert timings.slowest(most=1) == (
        Took("Long", 3.0, 0.375, 0, 0),
        Took("Everything else", 5.0, 0.625, 0, 0),
    )

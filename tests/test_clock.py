from datetime import timedelta

from common.clock import SystemClock, time_zones_are_current


def test_now_is_aware_and_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)


def test_monotonic_never_goes_back() -> None:
    clock = SystemClock()
    moments = [clock.monotonic() for _ in range(100)]
    assert moments == sorted(moments)


def test_the_locked_time_zones_know_almaty() -> None:
    assert time_zones_are_current()

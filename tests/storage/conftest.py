"""Properties are checked on the same examples every time."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "revtrack",
    derandomize=True,
    deadline=None,
    max_examples=100,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("revtrack")

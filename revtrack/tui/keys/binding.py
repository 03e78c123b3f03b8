"""A key, what it does, and its name for those who remap it."""

from textual.binding import Binding


def quiet(name: str, key: str, action: str, description: str) -> Binding:
    """Return a binding that works without being shown in the footer."""
    return Binding(key, action, description, id=name, show=False)


def first(name: str, key: str, action: str, description: str) -> Binding:
    """Return a quiet binding that is obeyed at once, so that quick typing goes where it leads."""
    return Binding(key, action, description, id=name, show=False, priority=True)


def shown(name: str, key: str, action: str, description: str, *, tooltip: str = "") -> Binding:
    """Return a binding that stands in the footer; the tooltip is its long description."""
    return Binding(key, action, description, id=name, tooltip=tooltip or description)

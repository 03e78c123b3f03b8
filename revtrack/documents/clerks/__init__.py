"""The papers that a committee answers an audit with, as frames for its officials to write in."""

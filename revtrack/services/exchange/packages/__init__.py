"""Case packages: an audit sent to another register and back, signed, merged, never overwritten."""

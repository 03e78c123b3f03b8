"""Documents made ready for everybody: scrubbed of what is not to be seen, and looked through."""

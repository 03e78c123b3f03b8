"""Which committees a paper names, and whom its words speak to."""

"""What people wish: one function a wish, one transaction each."""

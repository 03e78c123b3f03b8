"""What is put into the register before anybody replies."""

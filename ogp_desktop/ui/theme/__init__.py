"""One look for the whole program: colours, type, space, icons and the live switch between them."""

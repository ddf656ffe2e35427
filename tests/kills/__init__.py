"""Acts that a child process begins and that a kill ends at any moment; what is left is judged afterwards."""

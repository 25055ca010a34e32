"""What is asked of a procedure or a test: when it is done and when not, what comes before it, how right it is."""

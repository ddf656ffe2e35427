"""The jobs of the child process, one module each: ``run(payload, progress) -> bytes``."""

"""Heavy work in a child process: values in, bytes and progress out, nothing on disk, no key."""

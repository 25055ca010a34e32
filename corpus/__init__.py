"""What is known: the texts that ship, the document model, an edition opened for reading."""

import os

# Read by numpy's OpenBLAS when it is loaded. What is multiplied for a question is small: further threads only wait for
# work, which took a quarter of a question's processor time (measured: 96 ms against 72 with one thread).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

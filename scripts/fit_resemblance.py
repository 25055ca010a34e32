"""Fits what recognises emergencies and harmful requests, for the embedder that ships; writes the weights that ship.

To be run when a file in ``service/safety/examples/``, a pattern that :mod:`service.safety.signals` counts or the
embedder has changed.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from corpus.embedding import load_embedder
from corpus.settings import Settings
from service.safety import examples
from service.safety.resemblance import Resemblance

if __name__ == "__main__":
    settings = Settings()
    resemblance = Resemblance(load_embedder(settings), settings.models_directory)
    heads = resemblance.fitted().astype(np.float32)
    target = Path(examples.__file__).parent / "weights.npz"
    np.savez_compressed(target, heads=heads, learnt_from=np.array(resemblance.learnt_from))
    print(f"{target.name}: {heads.shape[0]} heads of {heads.shape[1]} weights, {target.stat().st_size} bytes")

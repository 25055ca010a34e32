# syntax=docker/dockerfile:1
# The service in an image: everything is installed, and the embedding model exported, while it is built; nothing is
# downloaded when it runs. The shipped library is ingested at the first start, into the volume at /data.

FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /build
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH

# Where CPU builds of torch come from; empty: PyTorch's own index.
ARG FOOTNOTE_TORCH_INDEX=
COPY pyproject.toml ./
COPY scripts/install_torch.py scripts/
RUN python scripts/install_torch.py

# requirements-llm.lock adds the language model providers.
ARG LOCK=requirements.lock
COPY requirements.lock requirements-llm.lock ./
RUN pip install --no-deps --require-hashes -r "$LOCK"

COPY README.md LICENSE NOTICE footnote.py ./
COPY corpus corpus
COPY ingest ingest
COPY service service
COPY evals evals
RUN pip install --no-deps --no-build-isolation . \
    && cd / && FOOTNOTE_MODEL_CACHE=/opt/models python -m corpus.embedding.prepare


FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin footnote \
    && install -d -o footnote -g footnote -m 700 /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /opt/models /opt/models
COPY --chmod=755 scripts/docker-entrypoint.sh /usr/local/bin/docker-entrypoint
COPY LICENSE NOTICE /usr/share/doc/footnote/
ENV PATH=/opt/venv/bin:$PATH \
    HOME=/tmp \
    PYTHONUNBUFFERED=1 \
    HF_HUB_OFFLINE=1 \
    TRANSFORMERS_OFFLINE=1 \
    ANONYMIZED_TELEMETRY=False \
    LANGSMITH_TRACING=false \
    FOOTNOTE_DATA=/data \
    FOOTNOTE_MODEL_CACHE=/opt/models
USER footnote
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=600s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/live', timeout=4)"]
ENTRYPOINT ["docker-entrypoint"]
CMD ["serve"]

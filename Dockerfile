# The same program as on a developer's machine, made by the same set-up script.
FROM python:3.12-slim-bookworm

WORKDIR /app
COPY . .
RUN .ci/setup && rm -rf /var/lib/apt/lists/* ~/.cache ~/.npm

# What runs can write to /data and nowhere else.
RUN useradd --system --uid 10001 --home-dir /data portal && install --directory --owner=portal --mode=0700 /data
USER portal
VOLUME /data
ENV DATA_DIR=/data PATH="/app/.venv/bin:$PATH" PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1

EXPOSE 8000
# Threads, because nothing stands before it: browsers open connections on which they say nothing for a while.
CMD ["gunicorn", "corpparent.wsgi", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", "--no-control-socket"]

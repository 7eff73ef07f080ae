# Galley's server. docker-compose.yml beside this runs it with a Postgres of its own; alone, with
# NEXTAUTH_URL set, it keeps an embedded one in the volume /data.

FROM node:20.19-bookworm-slim AS base
WORKDIR /galley
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build && npm prune --omit=dev

FROM base AS run
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 GALLEY_DATA=/data
RUN install --directory --owner=node --group=node /data
COPY --from=build /galley ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "server/boot/main.ts"]

# syntax=docker/dockerfile:1
# Mujaz in a container: built in one stage, run in another that holds neither compiler nor sources, by a user who is not root.
# It writes into DATA_DIR (/data) and /tmp alone: run it with a read-only root (see compose.yaml and docs/ops/deploy.md).

FROM node:22-bookworm-slim AS build
WORKDIR /app
# The dependencies first: they change less often than the sources.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /app
# Of the group root too: where a platform gives every container a user of its own, it is in that group (OpenShift).
RUN install -d -o node -g root -m 0770 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/bin ./bin
COPY --from=build /app/scripts/build.js ./scripts/
COPY --from=build /app/dist ./dist
COPY --from=build /app/config ./config
COPY --from=build /app/content ./content
# The user node, by number: Kubernetes' runAsNonRoot reads no names.
USER 1000
VOLUME ["/data"]
EXPOSE 3000
# Mujaz hears the signal itself and ends what it has begun; a second one ends it at once.
STOPSIGNAL SIGTERM
# Of a process that serves pages; compose.yaml switches it off for clock and worker. It ends by itself: not every engine ends it.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz', { signal: AbortSignal.timeout(4000) }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/mujaz.js"]
CMD ["start"]

# One image for web, worker, migrations and (profile practice) the sandbox; the command decides which.
FROM node:24-bookworm-slim AS build
WORKDIR /srv/channel
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: a lock written where other systems' optional packages cannot be had does not list them, and it refuses that.
RUN npm install --no-save
COPY . .
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node npx prisma generate && npx next build

FROM node:24-bookworm-slim
WORKDIR /srv/channel
ENV NODE_ENV=production
# With all packages: what runs here is TypeScript, as it is.
COPY --from=build --chown=node:node /srv/channel ./
USER node
EXPOSE 3000
CMD ["npm", "run", "start:web"]

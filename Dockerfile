# One image for web, worker and (profile practice) the sandbox; the command decides which.
FROM node:24-bookworm-slim AS build
WORKDIR /srv/channel
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node npx prisma generate && npx next build

FROM node:24-bookworm-slim
WORKDIR /srv/channel
ENV NODE_ENV=production
COPY --from=build /srv/channel ./
USER node
EXPOSE 3000
CMD ["npm", "run", "start:web"]

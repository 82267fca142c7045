FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data /backups && chown node:node /data /backups
USER node
EXPOSE 3000
CMD ["node", "apps/starter/dist/main.js"]

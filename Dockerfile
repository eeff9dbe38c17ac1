# syntax=docker/dockerfile:1.20
# COPY --parents needs this version of the syntax, whatever the engine's own.

# The SDK is the one in global.json and the runtime comes with it, so that an image built next year is built
# by the same compiler and analyzers. To upgrade, change global.json and both tags together: `dotnet --list-runtimes` of
# the new SDK shows the version for aspnet. The tests compare all three.
FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /source

# Everything that a restore reads and nothing else, so that an edit of the code does not repeat the restore. The packages
# stay in this layer: a cache mount may be emptied while the layer is kept, and the build would not find them.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props ./
COPY --parents src/*/*.csproj src/*/packages.lock.json ./
RUN dotnet restore src/Schematic.Dashboard --locked-mode
# And the compiler that makes machine code of them, for the platform that the image is built on.
RUN dotnet restore src/Schematic.Dashboard -p:Precompile=true

COPY . .
# The analyzers have had their say in the tests, and take longer than the compiler.
RUN dotnet publish src/Schematic.Dashboard --no-restore --configuration Release --output /app -p:RunAnalyzers=false -p:Precompile=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12
# The system's SQLite is newer than the one in the package; curl is for the health check.
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl libsqlite3-0 \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -o "$APP_UID" -g "$APP_UID" /data

WORKDIR /app
COPY --from=build /app .

# The base image names a port of its own, which would be a second address beside ours.
ENV ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://+:5080 \
    Api__Urls=http://+:5081 \
    Data__Path=/data \
    MALLOC_ARENA_MAX=2

# The user that the base image brings. The program writes to /data and /tmp only: docker run --read-only --tmpfs /tmp.
USER $APP_UID
VOLUME /data
EXPOSE 5080 5081

# The console is asked, not the API: where Gateway:BaseUrl points elsewhere, this container has no API. Where it has one,
# the console listens only after the API does.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:5080/health/live"]
ENTRYPOINT ["dotnet", "Schematic.Dashboard.dll"]

# Last, so that another version reuses all layers. The base image has labels of its own under some of these names.
ARG VERSION=0.1.0
ARG REVISION=
LABEL org.opencontainers.image.title="Schematic.Dashboard" \
      org.opencontainers.image.description="Operations console with a self-hosted server that speaks the Schematic API" \
      org.opencontainers.image.vendor="The Schematic.Dashboard authors" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.base.name="mcr.microsoft.com/dotnet/aspnet:10.0.12"

# syntax=docker/dockerfile:1

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore src/Schematic.Dashboard --locked-mode \
 && dotnet publish src/Schematic.Dashboard --no-restore --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
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
    Data__Path=/data

USER $APP_UID
VOLUME /data
EXPOSE 5080 5081
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD curl --fail --silent --output /dev/null http://127.0.0.1:5081/health/ready
ENTRYPOINT ["dotnet", "Schematic.Dashboard.dll"]

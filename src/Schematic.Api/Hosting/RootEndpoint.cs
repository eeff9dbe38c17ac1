using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;

namespace Schematic.Api.Hosting;

/// <summary>
/// Answer for a person who opens the API's address in a browser: the way to the console and to the description.
/// </summary>
internal static class RootEndpoint
{
    private static readonly string Version = typeof(RootEndpoint)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    public static void MapRoot(this IEndpointRouteBuilder api) =>
        api.MapGet("/", Get).WithName("getServer").InAccount(Access.Open);

    private static Ok<ServerResponseData> Get(ConsoleAddress console) =>
        TypedResults.Ok(new ServerResponseData { Version = Version, Console = console.Find() });
}

/// <summary>The server itself.</summary>
internal sealed record ServerResponseData
{
    /// <summary>Always "Schematic API".</summary>
    public string Name { get; } = "Schematic API";

    /// <summary>Version of the server.</summary>
    public required string Version { get; init; }

    /// <summary>Path of the OpenAPI description.</summary>
    public string Description { get; } = "/openapi/v1.json";

    /// <summary>Address of the console; left out if the API runs without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Console { get; init; }
}

using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;

namespace Schematic.Api.Hosting;

/// <summary>
/// Answer for whoever opens the API's address: the way to the console and to the description.
/// </summary>
internal static class RootEndpoint
{
    private static readonly string Version = typeof(RootEndpoint)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    public static void MapRoot(this IEndpointRouteBuilder api) =>
        api.MapGet("/", Get).WithName("getServer").InAccount(Access.Open);

    private static Results<Ok<ServerResponseData>, ContentHttpResult> Get(ConsoleAddress console, HttpContext context)
    {
        var server = new ServerResponseData { Version = Version, Console = Find(console, context.Request) };
        context.Response.Headers.Vary = "Accept";
        if (!RootPage.IsFor(context.Request))
            return TypedResults.Ok(server);
        context.Response.Headers.ContentSecurityPolicy = RootPage.ContentSecurityPolicy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Text(RootPage.Write(server), "text/html", Encoding.UTF8);
    }

    // A console that listens at every address of its machine is at the one by which this was found.
    private static string? Find(ConsoleAddress console, HttpRequest request) =>
        console.Find() is not { } address ? null
        : request.Host.HasValue
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && IPAddress.TryParse(uri.Host, out var ip)
        && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(uri) { Host = request.Host.Host }.Uri.GetLeftPart(UriPartial.Authority)
        : address;
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

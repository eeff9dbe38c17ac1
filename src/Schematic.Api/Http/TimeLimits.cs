using Microsoft.AspNetCore.Http.Timeouts;
using Schematic.Api.Persistence;

namespace Schematic.Api.Http;

/// <summary>
/// How long requests may work on their answers before they are refused: nobody waits for a slow database.
/// </summary>
internal static class TimeLimits
{
    private const string Long = "long";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static void Configure(RequestTimeoutOptions options, DatabasePatience patience)
    {
        options.DefaultPolicy = Policy(patience.WorkWithin);
        options.AddPolicy(Long, Policy(patience.WorkWithin > Longest ? patience.WorkWithin : Longest));
    }

    /// <summary>
    /// For operations that go through, or take away, as many rows as there are. A database that is silent ends them all
    /// the same.
    /// </summary>
    public static T MayTakeLong<T>(this T builder)
        where T : IEndpointConventionBuilder
    {
        builder.WithRequestTimeout(Long);
        return builder;
    }

    /// <summary>Whatever deletes may take long, with all that belongs to what it deletes.</summary>
    public static RouteGroupBuilder LimitTime(this RouteGroupBuilder operations)
    {
        ((IEndpointConventionBuilder)operations).Add(static endpoint =>
        {
            var isDelete = endpoint
                .Metadata.OfType<HttpMethodMetadata>()
                .Any(static verbs => verbs.HttpMethods.Contains(HttpMethods.Delete));
            var path = ((RouteEndpointBuilder)endpoint).RoutePattern.RawText;
            if (isDelete || path?.EndsWith("/delete", StringComparison.Ordinal) == true)
                endpoint.Metadata.Add(new RequestTimeoutAttribute(Long));
        });
        return operations;
    }

    private static RequestTimeoutPolicy Policy(TimeSpan limit) =>
        new() { Timeout = limit, TimeoutStatusCode = ErrorWriter.GivenUp };
}

using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Schematic.Api.Http;

namespace Schematic.Api.Authentication;

/// <summary>How many requests a key may make. Health and the console are not limited.</summary>
internal sealed record RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Requests per second of each key to the core API.</summary>
    public int CorePerSecond { get; init; } = 10_000;

    /// <summary>
    /// Checks of flags and requests with events per second of each key, whatever it asks of the core API.
    /// </summary>
    public int ChecksPerSecond { get; init; } = 100_000;
}

internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    public static void Configure(RateLimiterOptions limiter, IOptions<RateLimitOptions> options)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (int Key, int? Percent, bool IsHot)>(
            context =>
            {
                if (context.RequestServices.GetRequiredService<Caller>().Key is not { } key)
                    return RateLimitPartition.GetNoLimiter((0, (int?)null, false));
                var isHot = context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>()?.Access.IsHot() == true;
                return RateLimitPartition.GetFixedWindowLimiter(
                    (key.Seq, key.RateLimitPercent, isHot),
                    _ => new FixedWindowRateLimiterOptions
                    {
                        Window = Window,
                        PermitLimit = Share(
                            isHot ? options.Value.ChecksPerSecond : options.Value.CorePerSecond,
                            key.RateLimitPercent
                        ),
                        QueueLimit = 0,
                    }
                );
            }
        );
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = RejectAsync;
    }

    /// <summary>A key with a percentage gets that part of the limit, at least one request a window.</summary>
    public static int Share(int limit, int? percent) =>
        percent is { } part ? Math.Max(1, (int)(limit * (long)part / 100)) : limit;

    private static ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Window;
        return new ValueTask(
            ErrorWriter.WriteAsync(
                rejected.HttpContext,
                ApiProblem.TooManyRequests("This API key makes too many requests", wait)
            )
        );
    }
}

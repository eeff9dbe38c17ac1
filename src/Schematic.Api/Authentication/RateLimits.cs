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

    /// <summary>API keys that are none, from one address each minute.</summary>
    public int WrongKeysPerMinute { get; init; } = 100;

    /// <summary>Wrong tries to sign in from one address each minute, whatever the email.</summary>
    public int WrongSignInsPerMinute { get; init; } = 20;

    /// <summary>Wrong tries to sign in with one email from one address each minute.</summary>
    public int WrongSignInsOfAccountPerMinute { get; init; } = 5;
}

/// <summary>
/// Counts the requests of each key, and refuses those beyond its limit. A key is mostly the caller's; senders of events
/// may name theirs inside the body, which is known too late for the middleware.
/// </summary>
internal sealed class RateLimits(IOptions<RateLimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<KeyUse> _uses = PartitionedRateLimiter.Create<KeyUse, KeyLimit>(use =>
        Partition(use, options.Value)
    );

    /// <summary>Limits requests by the keys of their callers.</summary>
    public void Configure(RateLimiterOptions limiter)
    {
        limiter.GlobalLimiter = _uses.WithTranslatedKey<HttpContext>(
            static context => new KeyUse(
                context.RequestServices.GetRequiredService<Caller>().Key,
                context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>()?.Access.IsHot() == true
            ),
            leaveOpen: true
        );
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (rejected, _) =>
            new ValueTask(ErrorWriter.WriteAsync(rejected.HttpContext, TooMany(rejected.Lease)));
    }

    /// <summary>Counts a request on the hot path against a key that is not its caller's.</summary>
    /// <exception cref="ApiException">429: the key is beyond its limit.</exception>
    public void Count(CachedKey key)
    {
        using var lease = _uses.AttemptAcquire(new KeyUse(key, IsHot: true));
        if (!lease.IsAcquired)
            throw TooMany(lease);
    }

    public void Dispose() => _uses.Dispose();

    /// <summary>A key with a percentage gets that part of the limit, at least one request a window.</summary>
    public static int Share(int limit, int? percent) =>
        percent is { } part ? Math.Max(1, (int)(limit * (long)part / 100)) : limit;

    private static RateLimitPartition<KeyLimit> Partition(KeyUse use, RateLimitOptions options) =>
        use.Key is not { } key
            ? RateLimitPartition.GetNoLimiter(default(KeyLimit))
            : RateLimitPartition.GetFixedWindowLimiter(
                new KeyLimit(key.Seq, key.RateLimitPercent, use.IsHot),
                limit => new FixedWindowRateLimiterOptions
                {
                    Window = Window,
                    PermitLimit = Share(limit.IsHot ? options.ChecksPerSecond : options.CorePerSecond, limit.Percent),
                    QueueLimit = 0,
                }
            );

    private static ApiException TooMany(RateLimitLease lease) =>
        ApiProblem.TooManyRequests(
            "This API key makes too many requests",
            lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window
        );

    /// <param name="Key">Null for callers without a limit.</param>
    private readonly record struct KeyUse(CachedKey? Key, bool IsHot);

    private readonly record struct KeyLimit(int KeySeq, int? Percent, bool IsHot);
}

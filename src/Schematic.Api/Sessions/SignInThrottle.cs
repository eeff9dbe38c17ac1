using System.Threading.RateLimiting;
using Schematic.Api.Http;

namespace Schematic.Api.Sessions;

/// <summary>Slows down whoever guesses a password: ten tries a minute for each email.</summary>
internal sealed class SignInThrottle : IDisposable
{
    private const int TriesPerMinute = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(email =>
        RateLimitPartition.GetFixedWindowLimiter(
            email,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesPerMinute, Window = Window }
        )
    );

    public void Enter(string email)
    {
        using var lease = _limiter.AttemptAcquire(email);
        if (!lease.IsAcquired)
            throw ApiProblem.TooManyRequests(
                "Too many tries to sign in with this email",
                lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window
            );
    }

    public void Dispose() => _limiter.Dispose();
}

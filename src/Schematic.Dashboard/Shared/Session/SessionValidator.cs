using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// Asks the API whether a session still stands, at most once a second for each. Only the API's word, or signing out
/// here, ends a session: an API that cannot be reached signs nobody out.
/// </summary>
internal sealed partial class SessionValidator(
    GatewayFactory gateways,
    IMemoryCache cache,
    ILogger<SessionValidator> log
)
{
    public static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();

    public async Task<bool> IsValidAsync(SignedInMember member, CancellationToken cancellationToken)
    {
        var key = Key(member.Token);
        if (cache.TryGetValue(key, out bool isValid))
            return isValid;
        using var gateway = gateways.Create(member.Token);
        try
        {
            await gateway.Sessions.GetSessionAsync(cancellationToken);
            return TrustUnlessEnded(key);
        }
        catch (GatewayException ended) when (ended.Status == HttpStatusCode.Unauthorized)
        {
            return false;
        }
        catch (Exception failure)
            when (failure is GatewayException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            Log.NotChecked(log, failure.Message);
            return !HasEnded(key);
        }
    }

    /// <summary>
    /// Someone signed out: from here on the session opens nothing, also where the API cannot be told or a question is
    /// under way.
    /// </summary>
    /// <param name="rest">How long a cookie that carries the session can be presented.</param>
    public void End(SignedInMember member, TimeSpan rest)
    {
        lock (_gate)
            cache.Set(Key(member.Token), false, rest);
    }

    // An answer that was on its way while someone signed out must not bring the session back.
    private bool TrustUnlessEnded((Type, string) key)
    {
        lock (_gate)
        {
            if (HasEnded(key))
                return false;
            cache.Set(key, true, Trust);
            return true;
        }
    }

    private bool HasEnded((Type, string) key) => cache.TryGetValue(key, out bool isValid) && !isValid;

    // A hash, so that a memory dump of the cache's keys holds no bearer.
    private static (Type, string) Key(string token) =>
        (typeof(SessionValidator), Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token))));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A session could not be checked and is trusted meanwhile: {Reason}")]
        public static partial void NotChecked(ILogger logger, string reason);
    }
}

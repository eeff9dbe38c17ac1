using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// Asks the API whether a session still stands, at most every half minute for each. Only the API's word ends a session:
/// one that cannot be reached signs nobody out.
/// </summary>
internal sealed partial class SessionValidator(GatewayFactory gateways, IMemoryCache cache, ILogger<SessionValidator> log)
{
    public static readonly TimeSpan Trust = TimeSpan.FromSeconds(30);

    public async Task<bool> IsValidAsync(SignedInMember member, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(Key(member.Token), out _))
            return true;
        using var gateway = gateways.Create(member.Token);
        try
        {
            await gateway.Console.GetSessionAsync(cancellationToken);
            cache.Set(Key(member.Token), true, Trust);
            return true;
        }
        catch (GatewayException ended) when (ended.Status == HttpStatusCode.Unauthorized)
        {
            return false;
        }
        catch (Exception failure) when (failure is GatewayException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotChecked(log, failure.Message);
            return true;
        }
    }

    public void Forget(SignedInMember member) => cache.Remove(Key(member.Token));

    // A hash, so that a memory dump of the cache's keys holds no bearer.
    private static (Type, string) Key(string token) =>
        (typeof(SessionValidator), Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token))));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A session could not be checked and is trusted meanwhile: {Reason}")]
        public static partial void NotChecked(ILogger logger, string reason);
    }
}

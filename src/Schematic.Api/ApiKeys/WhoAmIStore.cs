using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Sessions;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.ApiKeys;

/// <summary>Tells a caller which account its key opens, and which environments it may speak of.</summary>
internal sealed class WhoAmIStore(IDatabase database, Caller caller, SessionStore sessions)
{
    public async Task<WhoAmIResponseData> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        var account = await db.Accounts.FirstOrDefaultAsync(cancellationToken);
        var environments = await db.Environments.OrderBy(row => row.Seq).ToListAsync(cancellationToken);
        var member = caller.SessionToken is { } token ? await sessions.FindAsync(token, cancellationToken) : null;
        return new WhoAmIResponseData
        {
            AccountId = account?.Id ?? "",
            AccountName = account?.Name ?? "",
            ActorType = caller.IsConsole ? ActorType.AppUser : ActorType.ApiKey,
            ApiKeyId = caller.Key?.Id,
            EnvironmentId = caller.EnvironmentOrNull?.Id,
            Environments = [.. environments.Where(row => caller.MaySee(row.Seq)).Select(row => row.ToContract())],
            OnboardingComplete = account is not null,
            UserId = member?.MemberId,
            UserName = member?.Name,
        };
    }
}

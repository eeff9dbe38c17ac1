using System.Text.Json;
using Schematic.Contracts.AuditLog;
using Schematic.Gateway.AuditLog;

namespace Schematic.Dashboard.AuditLog;

/// <summary>An entry with what it changed, where the state before it is known.</summary>
public sealed record AuditDetail(AuditLogResponseData Entry)
{
    // Entries in between may not have the thing whole: saves of a flag's rules, say.
    private const int MostTried = 5;

    /// <summary>The entry as lists show it.</summary>
    public AuditEntry Listed { get; } = AuditEntry.FromContract(Entry);

    /// <summary>Fields that differ from the state before; null if that is not known.</summary>
    internal IReadOnlyList<AuditChange>? Changes { get; private init; }

    public static async Task<AuditDetail> GetAsync(IAuditLogGateway api, string id, CancellationToken cancellationToken)
    {
        var entry = (await api.GetAsync(id, cancellationToken)).Data;
        if (AuditState.After(entry) is not { } after)
            return new(entry);
        return await FindFormerAsync(api, entry, cancellationToken) is { } before
            ? new(entry) { Changes = AuditState.Compare(before, after, entry.ReqBody) }
            : new(entry);
    }

    private static async Task<JsonElement?> FindFormerAsync(
        IAuditLogGateway api,
        AuditLogResponseData entry,
        CancellationToken cancellationToken
    )
    {
        var earlier = new AuditLogQuery
        {
            ResourceId = entry.ResourceIdString,
            EnvironmentId = entry.EnvironmentId,
            EndTime = entry.StartedAt,
            IsRefused = false,
            Limit = MostTried,
        };
        foreach (var listed in (await api.ListAsync(earlier, cancellationToken)).Data)
            if (AuditState.After((await api.GetAsync(listed.Id, cancellationToken)).Data) is { } state)
                return state;
        return null;
    }
}

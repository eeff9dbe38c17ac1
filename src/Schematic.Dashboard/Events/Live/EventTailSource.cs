using Schematic.Contracts.Events;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Events.Live;

/// <summary>The tail of one environment, as the API answers it to a session.</summary>
internal sealed class EventTailSource(GatewayFactory gateways, string environmentId)
{
    /// <summary>Waits for events after the cursor, about 20 seconds at most.</summary>
    /// <param name="member">Whoever's session asks: a tail belongs to no session of its own.</param>
    /// <param name="after">The cursor of the answer before; null for events from now on.</param>
    public async Task<EventTailResponseData> ReadAsync(
        SignedInMember member,
        string? after,
        CancellationToken cancellationToken
    )
    {
        using var gateway = gateways.Create(member.Token, environmentId);
        return (await gateway.Events.TailAsync(new() { After = after }, cancellationToken)).Data;
    }
}

using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Persistence;
using Schematic.Api.Sessions;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.Authentication.Credentials;

/// <summary>The member or API key that acted, with its name at that time.</summary>
/// <param name="Type">A member or an API key.</param>
internal sealed record Actor(ActorType Type, string Id, string Name)
{
    /// <summary>
    /// Gets the actor of this transaction; null if nobody is signed in, or the key or session has just ended.
    /// </summary>
    public static Task<Actor?> GetAsync(
        SchematicDb db,
        Caller caller,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        caller switch
        {
            { Key: { } key } => OfKeyAsync(db, key, cancellationToken),
            { SessionToken: { } token } => OfSessionAsync(db, token, now, cancellationToken),
            _ => Task.FromResult<Actor?>(null),
        };

    private static async Task<Actor?> OfKeyAsync(SchematicDb db, CachedKey key, CancellationToken cancellationToken)
    {
        var name = await db
            .ApiKeys.Where(row => row.Seq == key.Seq)
            .Select(static row => row.Name)
            .FirstOrDefaultAsync(cancellationToken);
        return name is null ? null : new Actor(ActorType.ApiKey, key.Id, name);
    }

    private static async Task<Actor?> OfSessionAsync(
        SchematicDb db,
        string token,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var member = await SessionStore.MemberAsync(db, token, now, cancellationToken);
        return member is null ? null : new Actor(ActorType.AppUser, member.Id, member.Name);
    }
}

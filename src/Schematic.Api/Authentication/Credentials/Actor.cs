using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Persistence;
using Schematic.Api.Sessions;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.Authentication.Credentials;

/// <summary>Who did something, as they were called when they did it.</summary>
/// <param name="Type">A member or an API key.</param>
internal sealed record Actor(ActorType Type, string Id, string Name)
{
    /// <summary>
    /// Who acts in this transaction; null where nobody is signed in, or the key or session ended just now.
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

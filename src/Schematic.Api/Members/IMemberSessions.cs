using Schematic.Api.Persistence;

namespace Schematic.Api.Members;

/// <summary>The sessions of members, as far as changes of members concern them.</summary>
internal interface IMemberSessions
{
    /// <summary>Ends all sessions of a member, inside a write transaction.</summary>
    Task EndAllAsync(SchematicDb db, MemberRow member, CancellationToken cancellationToken);

    /// <summary>After any session ended or rights changed: each is looked up again before it is believed.</summary>
    void DoubtAll();
}

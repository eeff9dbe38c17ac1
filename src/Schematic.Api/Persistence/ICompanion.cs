namespace Schematic.Api.Persistence;

/// <summary>Something that is stored in the transaction of what a caller changes, or not at all.</summary>
internal interface ICompanion
{
    /// <summary>Says what the change made or changed, before it is stored.</summary>
    void Tell(string id, string name);

    /// <summary>Stores all of them, this one among them; they are of one kind.</summary>
    Task StoreAsync(SchematicDb db, IReadOnlyList<ICompanion> all, CancellationToken cancellationToken);
}

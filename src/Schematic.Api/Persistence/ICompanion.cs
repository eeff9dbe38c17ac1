namespace Schematic.Api.Persistence;

/// <summary>Something that is stored in the transaction of what a caller changes, or not at all.</summary>
internal interface ICompanion
{
    Task StoreAsync(SchematicDb db, CancellationToken cancellationToken);
}

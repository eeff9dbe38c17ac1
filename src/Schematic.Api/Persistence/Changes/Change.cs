namespace Schematic.Api.Persistence.Changes;

/// <summary>One thing that a transaction changed, and that instances hold in memory.</summary>
/// <param name="SubjectSeq">The seq of its row.</param>
/// <param name="EnvironmentSeq">
/// The environment that sees the change; <see cref="SchematicDb.AccountSeq"/> for all of them.
/// </param>
internal readonly record struct Change(ChangeKind Kind, long SubjectSeq, int EnvironmentSeq = SchematicDb.AccountSeq);

/// <summary>
/// Kind of thing that changed. The numbers are stored, and read by instances of another version beside this one.
/// </summary>
internal enum ChangeKind : short
{
    /// <summary>A company or user, its keys or traits; or it was deleted.</summary>
    Entity = 1,

    /// <summary>How the values of a trait compare.</summary>
    TraitDefinition = 2,

    /// <summary>A flag for all environments, or its rules in one.</summary>
    Flag = 3,

    Environment = 4,

    ApiKey = 5,

    /// <summary>Counters of a company.</summary>
    Usage = 6,

    /// <summary>A plan, its versions, or a feature: all that is sold.</summary>
    Catalog = 7,

    /// <summary>The audience of a plan, or the plans that companies get by themselves.</summary>
    PlanRule = 8,

    /// <summary>Credits of a company.</summary>
    Credits = 9,
}

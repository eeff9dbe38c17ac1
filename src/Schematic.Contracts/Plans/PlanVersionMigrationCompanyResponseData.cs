namespace Schematic.Contracts.Plans;

/// <summary>A company that a migration is about, and what has become of it.</summary>
public sealed record PlanVersionMigrationCompanyResponseData
{
    /// <summary>Id and name of the company that was to be moved.</summary>
    public required PreviewObject Company { get; init; }

    /// <summary>Sentence that says why the company could not be moved; null unless it could not.</summary>
    public string? Error { get; init; }

    /// <summary>Progress for this company.</summary>
    public required PlanVersionMigrationCompanyStatus Status { get; init; }
}

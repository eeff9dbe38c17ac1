namespace Schematic.Rules.Facts;

/// <summary>
/// Everything that rules may ask about a company. Prepare it with <see cref="CompanyContext.Prepare"/>.
/// </summary>
public sealed record CompanyFacts : PlanFacts
{
    public required string Id { get; init; }

    public IReadOnlyList<TraitFact> Traits { get; init; } = [];

    public IReadOnlyList<MetricFact> Metrics { get; init; } = [];

    /// <summary>The credits it holds, by credit id. It has none of any other credit.</summary>
    public IReadOnlyDictionary<string, CreditFigures> Credits { get; init; } = new Dictionary<string, CreditFigures>();
}

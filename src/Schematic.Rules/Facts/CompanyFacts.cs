namespace Schematic.Rules.Facts;

/// <summary>
/// Everything that rules may ask about a company. Prepare it with <see cref="CompanyContext.Prepare"/>.
/// </summary>
public sealed record CompanyFacts : PlanFacts
{
    public required string Id { get; init; }

    public IReadOnlyList<TraitFact> Traits { get; init; } = [];

    public IReadOnlyList<MetricFact> Metrics { get; init; } = [];

    /// <summary>The remaining micro-credits by credit id. The balance of any other credit is 0.</summary>
    public IReadOnlyDictionary<string, long> CreditBalancesMicroCredits { get; init; } = new Dictionary<string, long>();
}

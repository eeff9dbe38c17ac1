using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>Everything that a condition may depend on.</summary>
internal readonly struct EvaluationScope(CompanyContext? company, UserContext? user, Preflight? preflight)
{
    public CompanyContext? Company { get; } = company;

    public UserContext? User { get; } = user;

    public Preflight? Preflight { get; } = preflight;

    public long Usage => Preflight?.Usage ?? 0;

    public long QuantityOf(in IdKey eventSubtype) => Preflight?.QuantityOf(eventSubtype) ?? 0;
}

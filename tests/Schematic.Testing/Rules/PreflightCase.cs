using Schematic.Rules.Facts;

namespace Schematic.Testing.Rules;

public sealed record PreflightCase(
    long Usage,
    string? EventSubtype,
    long EventQuantity,
    IReadOnlyDictionary<string, long> CreditCostsMicroCredits
)
{
    public Preflight Prepare() => new(Usage, EventSubtype, EventQuantity, CreditCostsMicroCredits);
}

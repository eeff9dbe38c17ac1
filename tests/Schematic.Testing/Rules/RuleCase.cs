using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Testing.Rules;

/// <summary>Something to evaluate.</summary>
/// <param name="Name">The generator's seed and the case's number: what to print where a test fails.</param>
public sealed record RuleCase(
    string Name,
    FlagDefinition Flag,
    CompanyFacts? Company,
    UserFacts? User,
    PreflightCase? PreflightCase
)
{
    public PreparedFlag Prepared { get; } = PreparedFlag.Prepare(Flag);

    public CheckSubject Subject { get; } =
        new(Company is null ? null : CompanyContext.Prepare(Company), User is null ? null : UserContext.Prepare(User));

    public Preflight? Preflight { get; } = PreflightCase?.Prepare();

    public override string ToString() => Name;
}

using Schematic.Rules.Conditions;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Conditions;

/// <summary>Evaluates one condition by itself.</summary>
internal static class ConditionCase
{
    public static bool Holds(
        ConditionDefinition condition,
        CompanyFacts? company,
        UserFacts? user = null,
        Preflight? preflight = null
    )
    {
        var observer = default(NoObserver);
        var scope = new EvaluationScope(
            company is null ? null : CompanyContext.Prepare(company),
            user is null ? null : UserContext.Prepare(user),
            preflight
        );
        return ConditionTable.Holds(ConditionTable.Prepare(condition), scope, ref observer);
    }

    /// <summary>The operators that hold, as names in the order of the table.</summary>
    public static string HoldingOperators(
        ConditionDefinition condition,
        CompanyFacts? company,
        UserFacts? user = null,
        Preflight? preflight = null
    ) =>
        string.Join(
            ' ',
            Operators
                .All.Where(comparison =>
                    Holds(condition with { Operator = comparison.Operator }, company, user, preflight)
                )
                .Select(static comparison => comparison.Name)
        );

    /// <summary>What an explanation shows of the condition.</summary>
    public static (string Expected, string Actual, string? Note) Explain(
        ConditionDefinition condition,
        CompanyFacts? company,
        UserFacts? user = null,
        Preflight? preflight = null
    )
    {
        var subject = new CheckSubject(
            company is null ? null : CompanyContext.Prepare(company),
            user is null ? null : UserContext.Prepare(user)
        );
        var flag = new FlagBuilder().With(FlagBuilder.Rule("rule_1", true, condition)).Prepare();
        var trace = FlagEvaluator
            .Explain(flag, subject, preflight)
            .Tiers.Single(static tier => tier.Tier == RuleTier.Standard)
            .Rules[0]
            .Conditions[0];
        return (trace.Expected, trace.Actual, trace.Note);
    }
}

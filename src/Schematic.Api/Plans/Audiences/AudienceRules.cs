using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Audiences;

/// <summary>Reads the conditions of an audience as the rule that they make.</summary>
internal static class AudienceRules
{
    /// <param name="stored">The rule as it is stored, whose parts keep their ids; null for a new one.</param>
    /// <exception cref="ApiException">400 that names the condition and what is wrong with it.</exception>
    public static async Task<FlagRule> ReadAsync(
        SchematicDb db,
        FlagRule? stored,
        PlanAudienceRequestBody body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (body.Conditions.Count == 0 && body.ConditionGroups.All(static group => group.Conditions.Count == 0))
            throw ApiProblem.BadRequest(
                "An audience without a condition is every company. Give at least one condition; to give a plan to new "
                    + "companies, make it the initial plan.",
                "conditions"
            );
        IReadOnlyList<FlagRule> before = stored is null ? [] : [stored];
        var replacement = new RuleReplacement("", before, now);
        var rule = replacement.MakeOne(
            new CreateOrUpdateRuleRequestBody
            {
                Id = stored?.Id,
                Name = "Audience",
                Priority = 0,
                RuleType = RuleType.Standard,
                Value = true,
                Conditions = body.Conditions,
                ConditionGroups = body.ConditionGroups,
            }
        );
        if (rule.AllConditions.Any(static condition => condition.ConditionType == ConditionType.User))
            throw ApiProblem.BadRequest(
                "An audience is about companies: take out the condition about users.",
                "conditions"
            );
        await RuleReferences.CheckAsync(db, before, replacement.Changed, cancellationToken);
        return rule;
    }
}

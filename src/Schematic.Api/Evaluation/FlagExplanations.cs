using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Explained checks of flags. Reads the flag from the database, not from the snapshot: the answer shows what is stored
/// now.
/// </summary>
internal sealed class FlagExplanations(
    IDatabase database,
    FlagSnapshots snapshots,
    EntityContexts contexts,
    Caller caller,
    TimeProvider time
)
{
    /// <exception cref="ApiException">404 if there is no such flag; 400 if a draft is wrong.</exception>
    public async Task<ExplainFlagResponseData> ExplainAsync(
        string key,
        ExplainFlagRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var preflight = FlagChecks.Preflight(body.Preflight);
        var company = await contexts.FindAsync(
            caller.Environment.Seq,
            EntityType.Company,
            body.Company,
            cancellationToken
        );
        var user = await contexts.FindAsync(caller.Environment.Seq, EntityType.User, body.User, cancellationToken);
        await using var db = database.Open(caller.Environment.Seq);
        var flag = await GetFlagAsync(db, key, cancellationToken);
        var (rules, names) = body.Rules is { } draft
            ? await UnsavedRules.ReadAsync(db, flag, draft, time.Now(), cancellationToken)
            : (flag.Rules, flag.Names);

        var prepared = FlagPreparation.Prepare(flag.Flag, rules, names);
        var subject = new CheckSubject(
            company is null
                ? null
                : await contexts.PrepareAsync(
                    caller.Environment.Seq,
                    company,
                    (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog,
                    prepared.AsksForMetrics,
                    time.Now(),
                    cancellationToken
                ),
            user?.User,
            company is null && body.Company?.Count > 0,
            user is null && body.User?.Count > 0
        );
        var explanation = FlagEvaluator.Explain(prepared, subject, preflight);
        return new ExplainFlagResponseData
        {
            Check = explanation.Verdict.ToContract(key),
            ClosestMissRuleId = explanation.ClosestMiss?.Rule.Id,
            CompanyName = company?.Name,
            UserName = user?.Name,
            DefaultValue = flag.Flag.DefaultValue,
            Tiers = [.. explanation.Tiers.Select(tier => Tier(tier, names))],
        };
    }

    private static async Task<FlagDetail> GetFlagAsync(SchematicDb db, string key, CancellationToken cancellationToken)
    {
        var heads = FlagReader.Heads(db, db.Flags.Where(row => row.Key == key));
        return await FlagReader.DetailsAsync(db, heads, cancellationToken) is [var only]
            ? only
            : throw ApiProblem.NotFoundInAccount("flag with the key", key);
    }

    private static ExplainedTier Tier(TierTrace trace, RuleNames names) =>
        new()
        {
            RuleType = trace.Tier.ToContract(),
            Outcome = trace.Outcome.ToContract(),
            Rules = [.. trace.Rules.Select(rule => Rule(rule, names))],
        };

    private static ExplainedRule Rule(RuleTrace trace, RuleNames names) =>
        new()
        {
            Id = trace.Rule.Id,
            Name = trace.Rule.Name,
            Value = trace.Rule.Value,
            Priority = trace.Rule.Priority,
            Outcome = trace.Outcome.ToContract(),
            Conditions = [.. trace.Conditions.Select(condition => Condition(condition, names))],
            ConditionGroups =
            [
                .. trace.Groups.Select(group => new ExplainedConditionGroup
                {
                    Outcome = group.Outcome.ToContract(),
                    Conditions = [.. group.Conditions.Select(condition => Condition(condition, names))],
                }),
            ],
        };

    private static ExplainedCondition Condition(ConditionTrace trace, RuleNames names) =>
        new()
        {
            Id = trace.Condition.Id,
            ConditionType = trace.Condition.Kind.ToContract(),
            Subject = Subject(trace.Condition, names),
            Expected = Named(trace.Expected, trace.Condition, names),
            Actual = Named(trace.Actual, trace.Condition, names),
            Note = trace.Note,
            Outcome = trace.Outcome.ToContract(),
        };

    private static string Subject(ConditionDefinition condition, RuleNames names) =>
        condition.Kind switch
        {
            ConditionKind.Trait when condition.Trait is { } trait =>
                $"{(trait.Entity == EntityKind.User ? "user" : "company")} trait {Dotted(trait.Id, names)}",
            ConditionKind.Metric => $"event {condition.EventSubtype} {Period(condition)}",
            ConditionKind.Credit => $"credit {condition.CreditId}",
            ConditionKind.PlanVersion => "plan version",
            ConditionKind.BillingProduct => "billing product",
            ConditionKind.BasePlan => "base plan",
            var kind => kind.ToString().ToLowerInvariant(),
        };

    private static string Period(ConditionDefinition condition) =>
        (condition.MetricPeriod ?? CounterPeriod.AllTime) switch
        {
            CounterPeriod.CurrentDay => "today (UTC)",
            CounterPeriod.CurrentWeek => "this week",
            CounterPeriod.CurrentMonth => condition.MetricPeriodMonthReset == MonthReset.BillingCycle
                ? "this billing month"
                : "this month",
            _ => "of all time",
        };

    private static string Dotted(string traitId, RuleNames names) =>
        names.Traits.TryGetValue(traitId, out var definition)
            ? TraitPath.Dotted(TraitPath.FromText(definition.Hierarchy))
            : traitId;

    // People know companies and users by their names, not their ids.
    private static string Named(string words, ConditionDefinition condition, RuleNames names)
    {
        if (condition.Kind is not (ConditionKind.Company or ConditionKind.User))
            return words;
        foreach (var id in condition.ResourceIds)
        {
            if (names.Resources.TryGetValue(id, out var name))
                words = words.Replace(id, name, StringComparison.Ordinal);
        }

        return words;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
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
internal sealed partial class FlagExplanations(
    IDatabase database,
    FlagSnapshots snapshots,
    EntityContexts contexts,
    CompanyContexts companies,
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

        var catalog = (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog;
        var prepared = FlagPreparation.Prepare(flag.Flag, rules, names);
        var subject = new CheckSubject(
            await PrepareAsync(company, catalog, RuleNeeds.Of(prepared), cancellationToken),
            user?.User,
            company is null && body.Company?.Count > 0,
            user is null && body.User?.Count > 0
        );
        var explanation = FlagEvaluator.Explain(prepared, subject, preflight);
        names = WithSold(names, catalog, company);
        return new ExplainFlagResponseData
        {
            Check = EntitlementFigures
                .Of(explanation.Verdict.Entitlement, subject.Company, time.Now())
                .Complete(explanation.Verdict)
                .ToContract(key),
            ClosestMissRuleId = explanation.ClosestMiss?.Rule.Id,
            CompanyName = company?.Name,
            UserName = user?.Name,
            DefaultValue = flag.Flag.DefaultValue,
            FeatureId = flag.Head.Feature?.Id,
            Tiers = [.. explanation.Tiers.Select(tier => Tier(tier, names))],
        };
    }

    private async ValueTask<CompanyContext?> PrepareAsync(
        CachedEntity? company,
        EntitlementCatalog catalog,
        RuleNeeds needs,
        CancellationToken cancellationToken
    ) =>
        company is null
            ? null
            : await companies.PrepareAsync(
                caller.Environment.Seq,
                company,
                catalog,
                needs,
                time.Now(),
                cancellationToken
            );

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

    // The flag's own rules name what they name; those of plans and overrides name what is sold, and the company.
    private static RuleNames WithSold(RuleNames names, EntitlementCatalog catalog, CachedEntity? company)
    {
        var resources = new Dictionary<string, string>(names.Resources, StringComparer.Ordinal);
        foreach (var version in catalog.Versions.Values)
        {
            resources[version.PlanId] = version.PlanName;
            resources[version.Id] = string.Create(
                CultureInfo.InvariantCulture,
                $"{version.PlanName} v{version.Version}"
            );
        }

        if (company is not null)
            resources[company.Id] = company.Name;
        var traits = new Dictionary<string, EntityTraitDefinitionRow>(catalog.Traits, StringComparer.Ordinal);
        foreach (var (id, trait) in names.Traits)
            traits[id] = trait;
        return new RuleNames(traits, resources);
    }

    // People know companies, users and plans by their names, not their ids.
    private static string Named(string words, ConditionDefinition condition, RuleNames names) =>
        condition.Kind
            is ConditionKind.Company
                or ConditionKind.User
                or ConditionKind.Plan
                or ConditionKind.PlanVersion
                or ConditionKind.BasePlan
            ? Id().Replace(words, found => names.Resources.GetValueOrDefault(found.Value, found.Value))
            : words;

    [GeneratedRegex("[a-z]{4}_[0-9a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}

using System.Text.Json;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;
using Schematic.Gateway;
using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Hosting;
using Schematic.Testing.Rules;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>
/// Generated flags, companies, users and pre-flights, saved and checked over HTTP, give what the engine gives for the
/// same facts by itself: nothing is lost or bent between the wire, the database and the evaluation.
/// </summary>
public abstract class CheckParityTests(ApiFixture api) : FlagTopic(api)
{
    private const int Seed = 20261121;
    private const int FlagCount = 125;
    private const int ChecksOfEachFlag = 80;
    private const int EntityCount = 12;
    private const int AtOnce = 8;

    [Fact]
    public async Task Ten_thousand_generated_checks_answer_what_the_engine_says()
    {
        var gateway = await EmptyEnvironmentAsync();
        var world = await PopulateAsync(gateway);
        var generator = new RuleCaseGenerator(Seed, world);
        var companies = await CompaniesAsync(gateway, generator, world);
        var users = await UsersAsync(gateway, generator, world);
        var values = new HashSet<(bool, string?)>();
        for (var number = 0; number < FlagCount; number++)
        {
            var (flag, ruleNames) = await SaveAsync(gateway, generator.NextFlag());
            var checks = Enumerable
                .Range(0, ChecksOfEachFlag)
                .Select(i => new RuleCase(
                    $"seed {Seed}, flag {number}, check {i}",
                    flag,
                    i % 7 == 0 ? null : companies[i % EntityCount],
                    i % 5 == 0 ? null : users[i / 3 % EntityCount],
                    i % 2 == 0 ? null : generator.NextPreflight()
                ))
                .ToList();
            await Parallel.ForEachAsync(
                checks,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation },
                async (check, token) =>
                {
                    var expected = FlagEvaluator.Evaluate(check.Prepared, check.Subject, check.Preflight);
                    var answer = (await gateway.Flags.CheckAsync(flag.Key, Body(check), token)).Data;
                    var rule = answer.RuleId is { } id ? ruleNames[id] : null;
                    var expectedRule = expected.RuleId is { } expectedId
                        ? flag.Rules.Single(one => one.Id == expectedId).Name
                        : null;
                    Assert.True(
                        (expected.Value, expectedRule) == (answer.Value, rule),
                        $"{check.Name}: the engine says {expected.Value} by {expectedRule ?? "default"}, the API {answer.Value} by {rule ?? "default"}: {answer.Reason}"
                    );
                    lock (values)
                        values.Add((answer.Value, rule));
                }
            );
        }

        // Otherwise it would prove nothing.
        Assert.True(values.Count > FlagCount, $"Only {values.Count} different verdicts came up.");
    }

    private static CheckFlagRequestBody Body(RuleCase check) =>
        new()
        {
            Company = check.Company is { } company ? new Dictionary<string, string> { ["id"] = company.Id } : null,
            User = check.User is { } user ? new Dictionary<string, string> { ["id"] = user.Id } : null,
            Preflight = check.PreflightCase is not { } preflight
                ? null
                : new PreflightRequestBody
                {
                    Usage = preflight.Usage,
                    EventUsage = preflight.EventSubtype is null
                        ? null
                        : new PreflightEventUsageRequestBody
                        {
                            EventSubtype = preflight.EventSubtype,
                            Quantity = preflight.EventQuantity,
                        },
                    CreditCost = preflight.CreditCostsMicroCredits.ToDictionary(
                        static cost => cost.Key,
                        static cost => cost.Value / 1_000_000d
                    ),
                },
        };

    private async Task<RuleWorld> PopulateAsync(SchematicGateway gateway)
    {
        var traits = new List<TraitReference>();
        foreach (var entity in Enum.GetValues<EntityKind>())
        {
            foreach (
                var (kind, type) in new[]
                {
                    (ComparableKind.String, TraitType.String),
                    (ComparableKind.String, TraitType.Url),
                    (ComparableKind.Int, TraitType.Number),
                    (ComparableKind.Int, TraitType.Currency),
                    (ComparableKind.Bool, TraitType.Boolean),
                    (ComparableKind.Bool, TraitType.Boolean),
                    (ComparableKind.Date, TraitType.Date),
                    (ComparableKind.Date, TraitType.Date),
                }
            )
            {
                var body = new CreateEntityTraitDefinitionRequestBody
                {
                    EntityType = entity == EntityKind.User ? EntityType.User : EntityType.Company,
                    Hierarchy = [Unique("parity")],
                    TraitType = type,
                };
                traits.Add(
                    new TraitReference(
                        (await gateway.Entities.GetOrCreateTraitDefinitionAsync(body, Cancellation)).Data.Id,
                        entity,
                        kind
                    )
                );
            }
        }

        var companies = await Task.WhenAll(
            Enumerable
                .Range(0, EntityCount)
                .Select(_ =>
                    gateway.Companies.UpsertAsync(
                        new UpsertCompanyRequestBody
                        {
                            Keys = new Dictionary<string, string> { ["domain"] = Unique("parity") },
                        },
                        Cancellation
                    )
                )
        );
        var users = await Task.WhenAll(
            Enumerable
                .Range(0, EntityCount)
                .Select(_ =>
                    gateway.Users.UpsertAsync(
                        new UpsertUserRequestBody
                        {
                            Keys = new Dictionary<string, string> { ["email"] = Unique("parity") },
                        },
                        Cancellation
                    )
                )
        );
        PlanDetailResponseData[] plans =
        [
            await NewPlanAsync(gateway),
            await NewPlanAsync(gateway),
            await NewPlanAsync(gateway),
        ];
        return new RuleWorld
        {
            PlanIds = [.. plans.Select(static plan => plan.Id)],
            PlanVersionIds = [.. plans.Skip(1).Select(static plan => plan.DraftVersion!.Id)],
            CompanyIds = [.. companies.Select(static company => company.Data.Id)],
            UserIds = [.. users.Select(static user => user.Data.Id)],
            Traits = traits,
            Tiers =
            [
                RuleTier.GlobalOverride,
                RuleTier.Standard,
                RuleTier.Standard,
                RuleTier.Standard,
                RuleTier.Standard,
                RuleTier.Standard,
                RuleTier.Standard,
                RuleTier.Default,
            ],
            HasDerivedRules = false,
        };
    }

    // Of what the generator invents about a company the server stores its traits; what it may use and has used comes
    // with later slices.
    private static async Task<IReadOnlyList<CompanyFacts>> CompaniesAsync(
        SchematicGateway gateway,
        RuleCaseGenerator generator,
        RuleWorld world
    )
    {
        var names = await NamesAsync(gateway);
        var facts = world
            .CompanyIds.Select(id => new CompanyFacts { Id = id, Traits = generator.NextCompany("").Traits })
            .ToList();
        foreach (var company in facts)
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Id = company.Id,
                    Keys = new Dictionary<string, string>(),
                    Traits = Values(company.Traits, names),
                },
                Cancellation
            );
        return facts;
    }

    private static async Task<IReadOnlyList<UserFacts>> UsersAsync(
        SchematicGateway gateway,
        RuleCaseGenerator generator,
        RuleWorld world
    )
    {
        var names = await NamesAsync(gateway);
        var facts = world
            .UserIds.Select(id => new UserFacts { Id = id, Traits = generator.NextUser("").Traits })
            .ToList();
        foreach (var user in facts)
            await gateway.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Id = user.Id,
                    Keys = new Dictionary<string, string>(),
                    Traits = Values(user.Traits, names),
                },
                Cancellation
            );
        return facts;
    }

    private static async Task<Dictionary<string, string>> NamesAsync(SchematicGateway gateway) =>
        (
            await gateway.Entities.ListTraitDefinitionsAsync(
                new EntityTraitDefinitionsQuery { Limit = 250 },
                Cancellation
            )
        ).Data.ToDictionary(static trait => trait.Id, static trait => trait.Hierarchy[0]);

    private static Dictionary<string, JsonElement> Values(
        IReadOnlyList<TraitFact> traits,
        Dictionary<string, string> names
    ) =>
        traits.ToDictionary(
            trait => names[trait.TraitId],
            static trait => JsonSerializer.SerializeToElement(trait.Value)
        );

    /// <returns>The flag as it is evaluated, and the names of its rules by the ids the server gave them.</returns>
    private static async Task<(FlagDefinition Flag, Dictionary<string, string> RuleNames)> SaveAsync(
        SchematicGateway gateway,
        FlagDefinition flag
    )
    {
        var saved = (
            await gateway.Flags.CreateAsync(FlagBody() with { DefaultValue = flag.DefaultValue }, Cancellation)
        ).Data;
        var rules = (
            await gateway.Flags.UpdateRulesAsync(
                saved.Id,
                Rules([.. flag.Rules.Select(ToContract)]),
                null,
                Cancellation
            )
        )
            .Data
            .Rules;
        return (
            flag with
            {
                Id = saved.Id,
                Key = saved.Key,
            },
            rules.ToDictionary(static rule => rule.Id, static rule => rule.Name)
        );
    }

    private static CreateOrUpdateRuleRequestBody ToContract(RuleDefinition rule) =>
        new()
        {
            Name = rule.Name,
            Priority = rule.Priority,
            Value = rule.Value,
            RuleType = Enum.Parse<RuleType>(rule.Tier.ToString()),
            Conditions = [.. rule.Conditions.Select(ToContract)],
            ConditionGroups =
            [
                .. rule.Groups.Select(static group => new CreateOrUpdateConditionGroupRequestBody
                {
                    Conditions = [.. group.Conditions.Select(ToContract)],
                }),
            ],
        };

    private static CreateOrUpdateConditionRequestBody ToContract(ConditionDefinition condition) =>
        new()
        {
            ConditionType = Enum.Parse<ConditionType>(condition.Kind.ToString()),
            Operator = Enum.Parse<ComparableOperator>(condition.Operator.ToString()),
            ResourceIds = condition.ResourceIds,
            TraitId = condition.Trait?.Id,
            TraitValue = condition.Kind == ConditionKind.Trait ? condition.TraitValue : null,
            ComparisonTraitId = condition.ComparisonTrait?.Id,
            EventSubtype = condition.Kind == ConditionKind.Metric ? condition.EventSubtype : null,
            MetricPeriod = condition.MetricPeriod is { } period ? Enum.Parse<MetricPeriod>(period.ToString()) : null,
            MetricPeriodMonthReset = condition.MetricPeriodMonthReset is { } reset
                ? Enum.Parse<MetricPeriodMonthReset>(reset.ToString())
                : null,
            MetricValue = condition.MetricValue,
            CreditId = condition.CreditId,
            CreditCost = condition.ConsumptionRateMicroCredits / 1_000_000d,
        };
}

public sealed class CheckParityTestsOnSqlite(SqliteApi api) : CheckParityTests(api), IClassFixture<SqliteApi>;

public sealed class CheckParityTestsOnPostgreSql(PostgreSqlApi api)
    : CheckParityTests(api),
        IClassFixture<PostgreSqlApi>;

using System.Net;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Gateway;
using Schematic.Gateway.Http;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;

namespace Schematic.Dashboard.Tests.Flags.Rules;

/// <summary>
/// Every type of condition and trait with every operator, through all that knows them: the console's editor offers it,
/// the API accepts it and the engine evaluates it, or none of the three does.
/// </summary>
public sealed class ConditionsTests
{
    private const string Every = "eq ne gt gte lt lte is_empty not_empty";

    private static readonly ComparableOperator[] Operators =
    [
        .. Enum.GetValues<ComparableOperator>().Where(static value => value != ComparableOperator.Unknown),
    ];

    /// <summary>
    /// The operators of a type, and which of them hold for <see cref="Facts"/>. The second list is worked out by hand
    /// from the rules of comparison, not by the code under test.
    /// </summary>
    private static readonly (ConditionType Type, TraitType Trait, string Operators, string Holding)[] Table =
    [
        (ConditionType.Company, default, "eq ne", "eq"),
        (ConditionType.User, default, "eq ne", "eq"),
        (ConditionType.Plan, default, "eq ne", "ne"),
        (ConditionType.PlanVersion, default, "eq ne", "ne"),
        (ConditionType.BillingProduct, default, "eq ne", "ne"),
        (ConditionType.BasePlan, default, "eq ne is_empty not_empty", "ne is_empty"),
        (ConditionType.Metric, default, Every, "ne lt lte is_empty"),
        (ConditionType.Credit, default, "eq gte lte", ""),
        (ConditionType.Trait, TraitType.Boolean, "eq ne is_empty not_empty", "eq not_empty"),
        (ConditionType.Trait, TraitType.Currency, Every, "eq gte lte not_empty"),
        (ConditionType.Trait, TraitType.Date, Every, "eq gte lte not_empty"),
        (ConditionType.Trait, TraitType.Number, Every, "eq gte lte not_empty"),
        (ConditionType.Trait, TraitType.String, Every, "eq gte lte not_empty"),
        (ConditionType.Trait, TraitType.Url, Every, "eq gte lte not_empty"),
    ];

    [Fact]
    public void The_table_has_every_type_of_condition_and_of_trait()
    {
        Assert.Equal(
            Enum.GetValues<ConditionType>().Where(static type => type != ConditionType.Unknown),
            Table.Select(static row => row.Type).Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<TraitType>().Where(static type => type != TraitType.Unknown),
            Table.Where(static row => row.Type == ConditionType.Trait).Select(static row => row.Trait).Order()
        );
        Assert.Equal(Table.Select(static row => row.Type).Distinct().Order(), Conditions.Types.Order());
    }

    [Fact]
    public async Task Editor_api_and_engine_agree_on_every_type_trait_and_operator()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var facts = await Facts.CreateAsync(server.Gateway());
        var found = new List<string>();
        foreach (var (type, trait, operators, holding) in Table)
        {
            foreach (var comparison in Operators)
            {
                var name = WireEnum<ComparableOperator>.ToWire(comparison);
                var isOffered = Conditions.Operators(type, trait, ComparableOperator.Eq).Contains(comparison);
                var outcome = await facts.ExplainAsync(Make(type, trait, comparison, facts));
                var (isAccepted, holds) = (outcome is not null, outcome == ExplainedOutcome.Matched);
                var should = operators.Split(' ').Contains(name);
                if (
                    isOffered != should
                    || isAccepted != should
                    || holds != holding.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(name)
                )
                    found.Add($"{type} {trait} {name}: offered {isOffered}, accepted {isAccepted}, holds {holds}");
            }
        }

        Assert.Empty(found);
    }

    /// <summary>What a person makes: a new row, its type, its operator, and what is still missing.</summary>
    private static CreateOrUpdateConditionRequestBody Make(
        ConditionType type,
        TraitType trait,
        ComparableOperator comparison,
        Facts facts
    )
    {
        var condition = Conditions.With(Conditions.As(Conditions.New().Body, type), comparison);
        for (var i = 0; Conditions.FindMissing(condition) is { } missing; i++)
        {
            Assert.True(i < 5, $"{type} {comparison} still lacks {missing.Field}.");
            condition = Fill(condition, missing.Field, trait, facts);
        }

        return type == ConditionType.Trait && ConditionShape.HasRightSide(comparison)
            ? condition with
            {
                TraitValue = Facts.Value(trait),
            }
            : condition;
    }

    private static CreateOrUpdateConditionRequestBody Fill(
        CreateOrUpdateConditionRequestBody condition,
        string field,
        TraitType trait,
        Facts facts
    ) =>
        field switch
        {
            "resource_ids" => condition with { ResourceIds = [facts.IdFor(condition.ConditionType)] },
            "trait_id" => condition with { TraitId = facts.Traits[trait] },
            "event_subtype" => condition with { EventSubtype = "api-call" },
            "metric_value" => condition with { MetricValue = 5 },
            "credit_id" => condition with { CreditId = "bilcr_1" },
            _ => throw new InvalidOperationException($"Nothing fills in {field}."),
        };

    [Theory]
    [InlineData(ConditionType.Company, "Choose at least one company.")]
    [InlineData(ConditionType.BasePlan, "Choose at least one base plan.")]
    [InlineData(ConditionType.Trait, "Choose the trait to compare.")]
    [InlineData(ConditionType.Metric, "Name the event to count.")]
    [InlineData(ConditionType.Credit, "Name the credit whose balance is compared.")]
    public void A_new_condition_lacks_something(ConditionType type, string message) =>
        Assert.Equal(message, Conditions.FindMissing(Conditions.As(Conditions.New().Body, type))?.Message);

    [Fact]
    public void A_stored_condition_on_a_credit_need_not_show_it()
    {
        var credit = Conditions.As(Conditions.New().Body, ConditionType.Credit);

        Assert.Null(Conditions.FindMissing(credit with { Id = "cond_1" }));
    }

    [Fact]
    public void An_operator_without_a_right_side_clears_it()
    {
        var metric = Conditions.As(Conditions.New().Body, ConditionType.Metric) with
        {
            EventSubtype = "api-call",
            MetricValue = 5,
            ComparisonTraitId = "trdf_1",
        };

        var cleared = Conditions.With(metric, ComparableOperator.IsEmpty);

        Assert.Equal((null, null, "api-call"), (cleared.MetricValue, cleared.ComparisonTraitId, cleared.EventSubtype));
        Assert.Equal(5, Conditions.With(metric, ComparableOperator.Gt).MetricValue);
    }

    [Fact]
    public void An_operator_that_is_already_there_stays_among_the_choices() =>
        Assert.Equal(
            [ComparableOperator.Eq, ComparableOperator.Ne, ComparableOperator.Gt],
            Conditions.Operators(ConditionType.Plan, TraitType.String, ComparableOperator.Gt)
        );

    [Fact]
    public void Every_operator_that_is_offered_has_words_of_its_own() =>
        Assert.All(
            Table,
            static row =>
            {
                var words = Conditions
                    .Operators(row.Type, row.Trait, ComparableOperator.Eq)
                    .Select(comparison => Conditions.Words(comparison, row.Type, row.Trait))
                    .ToList();
                Assert.DoesNotContain("unknown", words);
                Assert.Equal(words.Count, words.Distinct().Count());
            }
        );

    /// <summary>
    /// A company and a user, a value of every type of trait, and a flag to try conditions on. There are no plans.
    /// </summary>
    private sealed class Facts(
        SchematicGateway api,
        string flagKey,
        string companyId,
        string userId,
        PlanDetailResponseData plan
    )
    {
        private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

        public Dictionary<TraitType, string> Traits { get; } = [];

        public static string Value(TraitType trait) =>
            trait switch
            {
                TraitType.Boolean => "true",
                TraitType.Currency or TraitType.Number => "12.5",
                TraitType.Date => "2026-11-20",
                TraitType.Url => "https://acme.example",
                _ => "eu",
            };

        public static async Task<Facts> CreateAsync(SchematicGateway api)
        {
            var flag = await api.Flags.CreateAsync(
                new CreateFlagRequestBody
                {
                    Key = "walk",
                    Name = "Walk",
                    Description = "",
                    FlagType = FlagType.Boolean,
                    DefaultValue = false,
                },
                Cancellation
            );
            var user = await api.Users.UpsertAsync(
                new UpsertUserRequestBody { Keys = new Dictionary<string, string> { ["email"] = "ada" } },
                Cancellation
            );
            var company = await api.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = "acme" } },
                Cancellation
            );
            var plan = await api.Plans.CreateAsync(
                new CreatePlanRequestBody { Name = "Pro", PlanType = PlanType.Plan },
                Cancellation
            );
            var facts = new Facts(api, flag.Data.Key, company.Data.Id, user.Data.Id, plan.Data);
            foreach (var type in Table.Where(static row => row.Trait != default).Select(static row => row.Trait))
                facts.Traits[type] = await facts.CreateTraitAsync(type);
            return facts;
        }

        public string IdFor(ConditionType type) =>
            type switch
            {
                ConditionType.Company => companyId,
                ConditionType.User => userId,
                ConditionType.PlanVersion => plan.DraftVersion!.Id,
                ConditionType.Plan or ConditionType.BasePlan => plan.Id,
                _ => "prod_1",
            };

        /// <returns>Null if the API refuses the operator; any other refusal fails the test.</returns>
        public async Task<ExplainedOutcome?> ExplainAsync(CreateOrUpdateConditionRequestBody condition)
        {
            var body = new ExplainFlagRequestBody
            {
                Company = new Dictionary<string, string> { ["id"] = companyId },
                User = new Dictionary<string, string> { ["id"] = userId },
                Rules =
                [
                    new()
                    {
                        Name = "Tried",
                        Priority = 1,
                        Value = true,
                        Conditions = [condition],
                        ConditionGroups = [],
                    },
                ],
            };
            try
            {
                var explained = (await api.Flags.ExplainAsync(flagKey, body, Cancellation)).Data;
                var shown = explained.Tiers.Single(static tier => tier.RuleType == RuleType.Standard).Rules[0];
                Assert.DoesNotContain("known", shown.Conditions[0].Expected, StringComparison.Ordinal);
                Assert.Equal(shown.Conditions[0].Outcome == ExplainedOutcome.Matched, explained.Check.Value);
                return shown.Conditions[0].Outcome;
            }
            catch (GatewayException refusal) when (refusal.Status == HttpStatusCode.BadRequest)
            {
                Assert.Contains("rules[0].conditions[0].operator", refusal.Message, StringComparison.Ordinal);
                return null;
            }
        }

        private async Task<string> CreateTraitAsync(TraitType type)
        {
            var name = WireEnum<TraitType>.ToWire(type);
            var definition = await api.Entities.GetOrCreateTraitDefinitionAsync(
                new CreateEntityTraitDefinitionRequestBody
                {
                    EntityType = EntityType.Company,
                    Hierarchy = [name],
                    TraitType = type,
                },
                Cancellation
            );
            await api.Companies.UpsertTraitAsync(
                new UpsertTraitRequestBody
                {
                    Keys = new Dictionary<string, string> { ["id"] = companyId },
                    Trait = name,
                    Set = Value(type),
                },
                Cancellation
            );
            return definition.Data.Id;
        }
    }
}

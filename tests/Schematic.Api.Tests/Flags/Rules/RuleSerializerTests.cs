using System.Text.Json;
using System.Text.Json.Nodes;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Flags.Rules;

/// <summary>Rules are replaced as a whole, and nothing of what stays is lost.</summary>
public abstract class RuleSerializerTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task Rules_come_back_in_the_order_and_form_they_were_given()
    {
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync();
        var user = await NewUserAsync();
        var trait = await NewTraitAsync(TraitType.Number);
        var seats = await NewTraitAsync(TraitType.Number);
        var plan = await NewPlanAsync();
        CreateOrUpdateConditionRequestBody[] conditions =
        [
            Condition(ConditionType.Company, company.Id),
            Condition(ConditionType.User, user.Id) with
            {
                Operator = ComparableOperator.Ne,
            },
            OnTrait(trait.Id, "10", ComparableOperator.Gte),
            OnTrait(trait.Id, "", ComparableOperator.Lt) with
            {
                ComparisonTraitId = seats.Id,
            },
            new()
            {
                ConditionType = ConditionType.Metric,
                Operator = ComparableOperator.Lte,
                ResourceIds = [],
                EventSubtype = "never seen",
                MetricPeriod = MetricPeriod.CurrentMonth,
                MetricPeriodMonthReset = MetricPeriodMonthReset.BillingCycle,
                MetricValue = long.MaxValue,
            },
            new()
            {
                ConditionType = ConditionType.Metric,
                Operator = ComparableOperator.Lt,
                ResourceIds = [],
                EventSubtype = "export",
                ComparisonTraitId = seats.Id,
            },
            Condition(ConditionType.Plan, plan.Id, (await NewPlanAsync()).Id),
            Condition(ConditionType.PlanVersion, plan.DraftVersion!.Id),
            Condition(ConditionType.BillingProduct, "prod_a"),
            Condition(ConditionType.BasePlan) with
            {
                Operator = ComparableOperator.NotEmpty,
            },
            new()
            {
                ConditionType = ConditionType.Credit,
                Operator = ComparableOperator.Gte,
                ResourceIds = [],
                CreditId = "bilcr_a",
                CreditCost = 0.25,
            },
        ];

        var written = await WriteAsync(
            flag.Id,
            Rule("Second", conditions) with
            {
                Priority = 2,
            },
            Rule("First") with
            {
                ConditionGroups = [new() { Conditions = conditions[..2] }, new() { Conditions = [] }],
                Value = false,
            },
            Rule("Always") with
            {
                RuleType = RuleType.GlobalOverride,
                Priority = long.MinValue,
            },
            Rule("Else") with
            {
                RuleType = RuleType.Default,
            }
        );
        var read = (await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.Rules;

        Assert.Equal(JsonSerializer.Serialize(written), JsonSerializer.Serialize(read));
        Assert.Equal(["Second", "First", "Always", "Else"], read.Select(static rule => rule.Name));
        Assert.Equal(
            [RuleType.Standard, RuleType.Standard, RuleType.GlobalOverride, RuleType.Default],
            read.Select(static rule => rule.RuleType)
        );
        Assert.Equal([2, 1, long.MinValue, 1], read.Select(static rule => rule.Priority));
        Assert.Equal(
            conditions.Select(static condition => Essence(condition)),
            read[0]
                .Conditions.Select(static condition =>
                    Essence(BackOf(condition) with { CreditId = condition.CreditId, CreditCost = condition.CreditCost })
                )
        );
        Assert.Equal([2, 0], read[1].ConditionGroups.Select(static group => group.Conditions.Count));
        Assert.Equal("Acme", Assert.Single(read[0].Conditions[0].Resources).Name);
        Assert.Equal("Ada", Assert.Single(read[0].Conditions[1].Resources).Name);
        Assert.Equal(
            (trait.DisplayName, EntityType.Company),
            (read[0].Conditions[2].Trait!.DisplayName, read[0].Conditions[2].TraitEntityType)
        );
        Assert.Equal(seats.Id, read[0].Conditions[3].ComparisonTrait!.Id);
        Assert.All(
            read[1].ConditionGroups[0].Conditions,
            condition =>
                Assert.Equal(
                    (read[1].Id, read[1].ConditionGroups[0].Id),
                    (condition.RuleId, condition.ConditionGroupId)
                )
        );
    }

    [Fact]
    public async Task What_keeps_its_id_keeps_its_birthday_and_only_what_changes_is_newer()
    {
        var flag = await NewFlagAsync();
        var before = await WriteAsync(
            flag.Id,
            Rule(
                "A",
                Condition(ConditionType.BillingProduct, "prod_a"),
                Condition(ConditionType.BillingProduct, "prod_b")
            ),
            Rule("B")
        );

        var a = BackOf(before[0]);
        var after = await WriteAsync(
            flag.Id,
            BackOf(before[1]),
            a with
            {
                Conditions = [a.Conditions[1], a.Conditions[0] with { ResourceIds = ["prod_c"] }],
            },
            Rule("C")
        );

        Assert.Equal([before[1].Id, before[0].Id], after.Take(2).Select(static rule => rule.Id));
        Assert.Equal(JsonSerializer.Serialize(before[1]), JsonSerializer.Serialize(after[0]));
        Assert.Equal(before[0].CreatedAt, after[1].CreatedAt);
        Assert.True(after[1].UpdatedAt > before[0].UpdatedAt);
        Assert.Equal(before[0].Conditions[1].UpdatedAt, after[1].Conditions[0].UpdatedAt);
        Assert.Equal(before[0].Conditions[0].Id, after[1].Conditions[1].Id);
        Assert.True(after[1].Conditions[1].UpdatedAt > before[0].Conditions[0].UpdatedAt);
        Assert.True(after[2].CreatedAt > before[0].CreatedAt);
    }

    [Fact]
    public async Task Reading_and_writing_back_generated_rules_changes_nothing()
    {
        var random = new Random(7);
        var company = await NewCompanyAsync();
        var trait = await NewTraitAsync(TraitType.String);
        for (var round = 0; round < 20; round++)
        {
            var flag = await NewFlagAsync();
            await WriteAsync(
                flag.Id,
                [.. Enumerable.Range(0, random.Next(6)).Select(i => Generated(random, company.Id, trait.Id))]
            );
            var before = await Production.Flags.GetAsync(flag.Id, Cancellation);

            await WriteAsync(flag.Id, [.. before.Data.Rules.Select(BackOf)]);

            var after = await Production.Flags.GetAsync(flag.Id, Cancellation);
            Assert.Equal(before.ETag, after.ETag);
            Assert.Equal(JsonSerializer.Serialize(before.Data), JsonSerializer.Serialize(after.Data));
        }
    }

    [Fact]
    public async Task A_client_of_the_published_description_does_not_lose_a_credit()
    {
        var flag = await NewFlagAsync();
        var condition = new CreateOrUpdateConditionRequestBody
        {
            ConditionType = ConditionType.Credit,
            Operator = ComparableOperator.Gte,
            ResourceIds = [],
            CreditId = "bilcr_a",
            CreditCost = 1.5,
        };
        var before = await WriteAsync(flag.Id, Rule("Has credit", condition));

        var back = BackOf(before[0]);
        var kept = await WriteAsync(flag.Id, back with { Name = "Renamed" });
        var cleared = await WriteAsync(
            flag.Id,
            back with
            {
                Conditions = [back.Conditions[0] with { CreditCost = (double?)null }],
            }
        );

        Assert.Equal(("bilcr_a", 1.5), (kept[0].Conditions[0].CreditId.Value, kept[0].Conditions[0].CreditCost.Value));
        Assert.Equal(
            ("bilcr_a", null),
            (cleared[0].Conditions[0].CreditId.Value, cleared[0].Conditions[0].CreditCost.Value)
        );
    }

    [Fact]
    public async Task Members_that_nobody_knows_survive_a_client_that_leaves_them_out_and_go_with_null()
    {
        var flag = await NewFlagAsync();
        await SendAsync(
            "PUT",
            $"/flags/{flag.Id}/rules",
            """
            {"rules":[{"name":"A","priority":1,"value":true,"x_note":{"by":"Ada"},"conditions":[{"condition_type":"plan","operator":"eq","resource_ids":[],"x_hint":1}],"condition_groups":[{"conditions":[],"x_open":false}]}]}
            """
        );
        var read = (await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.Rules;

        var kept = await WriteAsync(flag.Id, BackOf(read[0]) with { Name = "B" });
        var raw = (await SendAsync("GET", $"/flags/{flag.Id}")).Data.GetProperty("rules")[0];
        var gone = await SendAsync(
            "PUT",
            $"/flags/{flag.Id}/rules",
            $$"""{"rules":[{"id":"{{kept[0].Id}}","name":"B","priority":1,"value":true,"x_note":null,"conditions":[],"condition_groups":[]}]}"""
        );

        Assert.Equal("Ada", raw.GetProperty("x_note").GetProperty("by").GetString());
        Assert.Equal(1, raw.GetProperty("conditions")[0].GetProperty("x_hint").GetInt32());
        Assert.False(raw.GetProperty("condition_groups")[0].GetProperty("x_open").GetBoolean());
        Assert.False(gone.Data.GetProperty("rules")[0].TryGetProperty("x_note", out _));
    }

    [Fact]
    public async Task An_answer_may_be_sent_back_as_it_is()
    {
        var flag = await NewFlagAsync();
        var trait = await NewTraitAsync(TraitType.String);
        await WriteAsync(
            flag.Id,
            Rule("A", OnTrait(trait.Id, "x")) with
            {
                ConditionGroups = [new() { Conditions = [OnTrait(trait.Id, "y")] }],
            }
        );
        var before = await SendAsync("GET", $"/flags/{flag.Id}");

        var answer = await SendAsync(
            "PUT",
            $"/flags/{flag.Id}/rules",
            new JsonObject { ["rules"] = JsonNode.Parse(before.Data.GetProperty("rules").GetRawText()) }.ToJsonString()
        );

        Assert.Equal(before.Data.GetProperty("rules").GetRawText(), answer.Data.GetProperty("rules").GetRawText());
        Assert.Equal(before.Headers.ETag, answer.Headers.ETag);
    }

    [Fact]
    public async Task Unknown_members_do_not_grow_without_end()
    {
        var flag = await NewFlagAsync();

        var answer = await SendAsync(
            "PUT",
            $"/flags/{flag.Id}/rules",
            $$"""{"rules":[{"name":"A","priority":1,"value":true,"x_note":"{{new string('x', 4096)}}","conditions":[],"condition_groups":[]}]}"""
        );

        Assert.Equal(400, (int)answer.Status);
        Assert.Contains("rules[0]", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_stays_editable_when_what_it_names_is_gone()
    {
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync();
        var other = await NewCompanyAsync();
        var trait = await NewTraitAsync(TraitType.String);
        var rules = await WriteAsync(
            flag.Id,
            Rule(
                "A",
                Condition(ConditionType.Company, company.Id, other.Id),
                OnTrait(trait.Id, "x", ComparableOperator.Gt)
            )
        );
        await Production.Companies.DeleteAsync(company.Id, Cancellation);
        await Production.Entities.DeleteTraitDefinitionAsync(trait.Id, Cancellation);

        var back = BackOf(rules[0]);
        var after = await WriteAsync(
            flag.Id,
            back with
            {
                Name = "B",
                Conditions =
                [
                    back.Conditions[0] with
                    {
                        Operator = ComparableOperator.Ne,
                    },
                    back.Conditions[1] with
                    {
                        TraitValue = "y",
                    },
                ],
            }
        );

        Assert.Equal([company.Id, other.Id], after[0].Conditions[0].ResourceIds);
        Assert.Equal(other.Id, Assert.Single(after[0].Conditions[0].Resources).Id);
        Assert.Equal((trait.Id, null), (after[0].Conditions[1].TraitId, after[0].Conditions[1].Trait));
    }

    [Fact]
    public async Task As_many_rules_and_ids_as_allowed_are_taken()
    {
        var flag = await NewFlagAsync();
        var ids = Enumerable.Range(0, 1000).Select(static i => $"prod_{i}").ToArray();

        var rules = await WriteAsync(
            flag.Id,
            [
                .. Enumerable
                    .Range(0, 100)
                    .Select(i => i == 0 ? Rule("Many", Condition(ConditionType.BillingProduct, ids)) : Rule($"{i}")),
            ]
        );

        Assert.Equal(100, rules.Count);
        Assert.Equal(ids, rules[0].Conditions[0].ResourceIds);
    }

    private static CreateOrUpdateRuleRequestBody Generated(Random random, string companyId, string traitId)
    {
        return Rule($"Rule {random.Next()} 🚀", Some()) with
        {
            Priority = random.NextInt64(-5, 5),
            Value = random.Next(2) == 0,
            RuleType = random.GetItems<RuleType?>(
                [null, RuleType.Standard, RuleType.Default, RuleType.GlobalOverride],
                1
            )[0],
            ConditionGroups =
            [
                .. Enumerable
                    .Range(0, random.Next(3))
                    .Select(_ => new CreateOrUpdateConditionGroupRequestBody { Conditions = Some() }),
            ],
        };

        CreateOrUpdateConditionRequestBody[] Some() =>
            random.GetItems(
                [
                    Condition(ConditionType.Company, companyId, companyId),
                    Condition(ConditionType.BillingProduct, "prod_b", "prod_a"),
                    Condition(ConditionType.BasePlan) with
                    {
                        Operator = ComparableOperator.IsEmpty,
                    },
                    OnTrait(traitId, "ä\"\\"),
                    OnTrait(traitId, "") with
                    {
                        ComparisonTraitId = traitId,
                    },
                    new()
                    {
                        ConditionType = ConditionType.Metric,
                        Operator = ComparableOperator.Gt,
                        ResourceIds = [],
                        EventSubtype = "export",
                        MetricValue = random.NextInt64(),
                    },
                    new()
                    {
                        ConditionType = ConditionType.Credit,
                        Operator = ComparableOperator.Gte,
                        ResourceIds = [],
                        CreditId = "bilcr_a",
                        CreditCost = random.NextDouble(),
                    },
                ],
                random.Next(4)
            );
    }

    private static string Essence(CreateOrUpdateConditionRequestBody condition) =>
        $"{condition.ConditionType} {condition.Operator} {string.Join(',', condition.ResourceIds)} {condition.TraitId} {condition.TraitValue} {condition.ComparisonTraitId} {condition.EventSubtype} {condition.MetricPeriod} {condition.MetricPeriodMonthReset} {condition.MetricValue} {condition.CreditId.Value} {condition.CreditCost.Value}";
}

public sealed class RuleSerializerTestsOnSqlite(SqliteApi api) : RuleSerializerTests(api), IClassFixture<SqliteApi>;

public sealed class RuleSerializerTestsOnPostgreSql(PostgreSqlApi api)
    : RuleSerializerTests(api),
        IClassFixture<PostgreSqlApi>;

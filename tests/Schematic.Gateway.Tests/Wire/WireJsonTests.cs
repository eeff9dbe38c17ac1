using System.Text.Json;
using System.Text.Json.Nodes;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Tests.Wire;

/// <summary>What the records of conditions look like on the wire, whatever base record they share.</summary>
public sealed class WireJsonTests
{
    private static readonly RuleConditionDetailResponseData Shown = new()
    {
        Id = "cond_1",
        ConditionType = ConditionType.Company,
        Operator = ComparableOperator.Eq,
        ResourceIds = ["comp_1"],
        Resources = [],
        RuleId = "rule_1",
        EnvironmentId = "env_1",
        TraitValue = "",
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void A_request_leaves_out_what_it_does_not_set() =>
        Assert.Equal(
            """{"condition_type":"company","operator":"eq","resource_ids":["comp_1"]}""",
            Write(
                new CreateOrUpdateConditionRequestBody
                {
                    ConditionType = ConditionType.Company,
                    Operator = ComparableOperator.Eq,
                    ResourceIds = ["comp_1"],
                }
            )
        );

    [Fact]
    public void A_request_writes_null_only_to_clear_a_value() =>
        Assert.Equal(
            """{"condition_type":"credit","credit_cost":null,"operator":"gte","resource_ids":[]}""",
            Write(
                new CreateOrUpdateConditionRequestBody
                {
                    ConditionType = ConditionType.Credit,
                    Operator = ComparableOperator.Gte,
                    ResourceIds = [],
                    CreditCost = new Optional<double?>(null),
                }
            )
        );

    [Fact]
    public void An_answer_writes_null_where_the_description_allows_it_and_names_its_members_in_order() =>
        Assert.Equal(
            "comparison_trait_id condition_group_id condition_type created_at environment_id event_subtype flag_id id "
                + "metric_period metric_period_month_reset metric_value operator resource_ids resources rule_id "
                + "trait_entity_type trait_id trait_value updated_at",
            Names(Shown)
        );

    [Fact]
    public void An_answer_shows_a_credit_only_if_there_is_one() =>
        Assert.Contains(
            "created_at credit_cost credit_id environment_id",
            Names(Shown with { CreditId = "bilcr_1", CreditCost = 2.5 }),
            StringComparison.Ordinal
        );

    [Fact]
    public void Members_that_nobody_knows_come_last_and_survive_a_round_trip()
    {
        var text = Write(Shown)[..^1] + ""","a_new_one":{"x":1}}""";

        var back = JsonSerializer.Deserialize<RuleConditionDetailResponseData>(text, WireJson.Tolerant)!;

        Assert.Equal(text, Write(back));
    }

    [Theory]
    [InlineData("condition_type")]
    [InlineData("operator")]
    [InlineData("resource_ids")]
    public void A_request_without_a_required_term_is_refused(string member)
    {
        var body = JsonNode.Parse("""{"condition_type":"company","operator":"eq","resource_ids":[]}""")!.AsObject();
        body.Remove(member);

        var refusal = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<CreateOrUpdateConditionRequestBody>(body.ToJsonString(), WireJson.Strict)
        );

        Assert.Contains(member, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_made_from_the_terms_of_another_asks_the_same()
    {
        var request = new CreateOrUpdateConditionRequestBody(
            Shown with
            {
                TraitId = "trdf_1",
                TraitValue = "eu",
                CreditId = "bilcr_1",
            }
        );

        Assert.Equal(
            """{"condition_type":"company","credit_id":"bilcr_1","operator":"eq","resource_ids":["comp_1"],"trait_id":"trdf_1","trait_value":"eu"}""",
            Write(request)
        );
        Assert.Equal("eu", new RuleConditionDetailResponseData(request, "cond_1", "rule_1", "env_1").TraitValue);
    }

    private static string Write<T>(T record) => JsonSerializer.Serialize(record, WireJson.Strict);

    private static string Names<T>(T record) =>
        string.Join(' ', JsonNode.Parse(Write(record))!.AsObject().Select(static member => member.Key));
}

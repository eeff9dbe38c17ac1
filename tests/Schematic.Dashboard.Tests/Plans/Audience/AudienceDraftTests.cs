using System.Net;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Plans.Audience;
using Schematic.Gateway.Http;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Plans.Audience;

public sealed class AudienceDraftTests
{
    private static readonly RuleDraft Grouped = AudienceDraft.FromContract(
        AudienceSamples.Audience("20") with
        {
            ConditionGroups =
            [
                new()
                {
                    Id = "grp_1",
                    EnvironmentId = "env_production",
                    RuleId = "rule_audience",
                    Conditions = [AudienceSamples.Condition("cond_2", "1"), AudienceSamples.Condition("cond_3", "2")],
                    CreatedAt = default,
                    UpdatedAt = default,
                },
            ],
        }
    );

    [Fact]
    public void What_was_opened_and_saved_untouched_is_sent_as_received()
    {
        var sent = AudienceDraft.ToContract(Grouped);

        var condition = Assert.Single(sent.Conditions);
        Assert.Equal(("cond_1", "20", "trdf_seats"), (condition.Id, condition.TraitValue, condition.TraitId));
        var group = Assert.Single(sent.ConditionGroups);
        Assert.Equal("grp_1", group.Id);
        Assert.Equal(["cond_2", "cond_3"], group.Conditions.Select(static one => one.Id));
    }

    [Fact]
    public void No_audience_has_no_conditions()
    {
        var none = AudienceDraft.FromContract(null);

        Assert.False(AudienceDraft.HasConditions(none));
        Assert.Equal("No company gets Pro automatically.", AudienceDraft.Sentence(none, "Pro", new RuleVocabulary()));
    }

    [Fact]
    public void A_group_without_conditions_says_nothing() =>
        Assert.False(
            AudienceDraft.HasConditions(AudienceDraft.Empty with { Groups = [new GroupDraft { Key = "new-1" }] })
        );

    [Theory]
    [InlineData("conditions[0].trait_value", "cond_1", "trait_value")]
    [InlineData("condition_groups[0].conditions[1].operator", "cond_3", "operator")]
    [InlineData("conditions[0]", "cond_1", "")]
    [InlineData("conditions[7].trait_value", null, null)]
    [InlineData("conditions", null, null)]
    [InlineData("name", null, null)]
    [InlineData(null, null, null)]
    public async Task A_refusal_finds_its_condition(string? path, string? condition, string? field)
    {
        var refused = await RefuseAsync(path, $"{path}: it does not fit.");

        var refusal = AudienceDraft.FindRefused(refused, Grouped);

        Assert.Equal((condition, field), (refusal?.ConditionKey, refusal?.Field));
        if (refusal is not null)
            Assert.Equal("It does not fit.", refusal.Message);
    }

    [Fact]
    public void The_first_condition_that_is_not_complete_is_the_mistake()
    {
        var draft = Grouped.Add(Conditions.New());

        Assert.Null(AudienceDraft.FindMistake(Grouped));
        Assert.Equal(draft.Conditions[1].Key, AudienceDraft.FindMistake(draft)?.ConditionKey);
    }

    // As the gateway reads it from an answer.
    private static async Task<GatewayException> RefuseAsync(string? field, string error)
    {
        var api = new FakeApi().OnError("GET /plan-roles", HttpStatusCode.BadRequest, error, field);
        using var gateway = api.Gateway();
        return await Assert.ThrowsAsync<GatewayException>(() =>
            gateway.Plans.GetRolesAsync(TestContext.Current.CancellationToken)
        );
    }
}

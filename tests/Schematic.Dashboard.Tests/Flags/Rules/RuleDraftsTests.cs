using System.Text.Json;
using System.Text.Json.Nodes;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleDraftsTests
{
    // What an answer adds by itself and no request takes.
    private static readonly HashSet<string> OfAnswersOnly =
    [
        "created_at",
        "updated_at",
        "environment_id",
        "rule_id",
        "flag_id",
        "condition_group_id",
        "resources",
        "trait",
        "trait_entity_type",
        "comparison_trait",
    ];

    [Fact]
    public void Opening_and_saving_sends_back_all_that_was_received_in_its_order()
    {
        var random = new Random(20_261_121);
        for (var round = 0; round < 300; round++)
        {
            var rules = FlagSamples.Any(random);
            var received = Plain(JsonSerializer.SerializeToNode(rules, WireJson.Tolerant)!);

            var sent = Plain(
                JsonSerializer.SerializeToNode(RuleDrafts.FromContract(rules).ToContract(), WireJson.Tolerant)!
            );

            Assert.Equal(received.ToJsonString(), sent.ToJsonString());
        }
    }

    [Fact]
    public void A_credit_that_a_server_shows_as_null_is_left_out_so_that_the_server_keeps_it()
    {
        var shown = FlagSamples.Condition("cond_1", ConditionType.Credit) with
        {
            CreditId = default(string),
            CreditCost = default(double?),
        };
        Assert.True(shown.CreditId.IsSet && shown.CreditCost.IsSet);

        var draft = RuleDrafts.FromContract([FlagSamples.Rule("rule_1", "Credits", 1, shown)]);

        var body = Assert.Single(Assert.Single(draft).Conditions).Body;
        Assert.False(body.CreditId.IsSet || body.CreditCost.IsSet);
    }

    [Fact]
    public void What_was_not_touched_is_no_change()
    {
        var random = new Random(7);
        for (var round = 0; round < 100; round++)
        {
            var editor = new RuleEditor(FlagSamples.Any(random), "\"1\"");
            foreach (var rule in editor.Rules)
                editor.Change(rule with { Name = $"{rule.Name}!" });
            foreach (var rule in editor.Rules)
                editor.Change(rule with { Name = rule.Name[..^1] });

            Assert.False(editor.IsDirty);
            Assert.Empty(RuleDiff.Compare(editor.Stored, editor.Rules, new()));
        }
    }

    [Fact]
    public void A_draft_kept_in_the_browser_comes_back_the_same()
    {
        var random = new Random(11);
        for (var round = 0; round < 100; round++)
        {
            var drafts = RuleDrafts.FromContract(FlagSamples.Any(random));
            var kept = JsonSerializer.Serialize(
                new StoredDraft
                {
                    SavedAt = DateTimeOffset.UnixEpoch,
                    Tag = "\"3-1\"",
                    Rules = drafts.ToContract(),
                },
                WireJson.Tolerant
            );

            var back = JsonSerializer.Deserialize<StoredDraft>(kept, WireJson.Tolerant)!;

            Assert.Equal(drafts.Text(), RuleDrafts.FromContract(back.Rules).Text());
            Assert.Equal("\"3-1\"", back.Tag);
        }
    }

    [Fact]
    public void Rules_that_a_newer_server_made_are_not_edited() =>
        Assert.False(
            RuleDrafts.AreUnderstood(
                RuleDrafts.FromContract([
                    FlagSamples.Rule("rule_1", "New", 1, FlagSamples.Condition("cond_1", ConditionType.Unknown)),
                ])
            )
        );

    private static JsonNode Plain(JsonNode node)
    {
        switch (node)
        {
            case JsonArray array:
                return new JsonArray([.. array.Select(static item => Plain(item!))]);
            case JsonObject parent:
                var isTrait = parent["condition_type"]?.GetValue<string>() == "trait";
                return new JsonObject(
                    parent
                        .Where(member => member.Value is not null && !OfAnswersOnly.Contains(member.Key))
                        // An answer has "" where there is nothing.
                        .Where(member =>
                            member.Key != "trait_value" || isTrait || member.Value!.GetValue<string>().Length > 0
                        )
                        .OrderBy(static member => member.Key, StringComparer.Ordinal)
                        .Select(static member => KeyValuePair.Create(member.Key, (JsonNode?)Plain(member.Value!)))
                );
            default:
                return node.DeepClone();
        }
    }
}

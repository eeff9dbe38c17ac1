using System.Net;
using Bunit;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.History;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.History;

public sealed class FlagHistoryEntryTests : PageContext
{
    private const string History = "GET /flags/flag_1/rules/history";

    private static readonly RuleDetailResponseData One = FlagSamples.Rule("rule_1", "One");

    private readonly List<long> _restored = [];

    [Theory]
    [InlineData(ActorType.AppUser, "Ada", "Ada")]
    [InlineData(ActorType.ApiKey, "CI", "API key CI")]
    [InlineData(ActorType.ApiKey, "", "API key actor_1")]
    public async Task It_says_who_saved(ActorType type, string name, string who)
    {
        var entry = await RenderAsync(
            Save(2) with
            {
                Actor = new FlagRuleSaveActor
                {
                    ActorType = type,
                    Id = "actor_1",
                    Name = name,
                },
            }
        );

        Assert.Equal(who, entry.Find(".save-who span").TextContent);
    }

    [Fact]
    public async Task Who_is_not_known_is_said_to_be_unknown() =>
        Assert.Equal("Sample data", (await RenderAsync(Save(2))).Find(".save-who span").TextContent);

    [Fact]
    public async Task The_rules_in_force_are_marked_and_not_restored()
    {
        var entry = await RenderAsync(Save(2, One), stored: [One]);

        Assert.Contains("Current rules", entry.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Single(entry.FindAll("button"));
    }

    [Fact]
    public async Task Earlier_rules_can_be_restored()
    {
        var entry = await RenderAsync(Save(2, One));

        entry.FindAll("button")[1].Click();

        Assert.Equal([2], _restored);
    }

    [Fact]
    public async Task The_save_before_is_not_fetched_if_it_is_at_hand()
    {
        var entry = await RenderAsync(Save(2, One), before: Save(1));

        entry.Find("button").Click();

        Assert.Equal("Added One", Words(entry.Find(".change-head")));
        Assert.Empty(Asked(History));
    }

    [Fact]
    public async Task Closing_and_opening_again_fetches_the_save_before_once()
    {
        Api.OnData<IReadOnlyList<FlagRuleSaveResponseData>>(History, [Save(1)]);
        var entry = await RenderAsync(Save(2, One));

        entry.Find("button").Click();
        entry.WaitForAssertion(() => Assert.Equal("Added One", Words(entry.Find(".change-head"))));
        entry.Find("button").Click();
        Assert.Empty(entry.FindAll(".save-changes"));
        entry.Find("button").Click();

        Assert.Equal([("version", "1")], Assert.Single(Asked(History)).Parameters);
    }

    [Fact]
    public async Task A_save_that_changed_nothing_says_so()
    {
        var entry = await RenderAsync(Save(2, One), before: Save(1, One));

        entry.Find("button").Click();

        Assert.Equal("Every rule reads as it did before.", entry.Find(".save-changes p").TextContent);
    }

    [Fact]
    public async Task Where_nothing_earlier_is_known_the_rules_are_listed()
    {
        Api.OnData<IReadOnlyList<FlagRuleSaveResponseData>>(History, []);
        var entry = await RenderAsync(Save(5, One));

        entry.Find("button").Click();

        entry.WaitForAssertion(() => Assert.Equal("On One: On for everyone.", Words(entry.Find(".save-rules li"))));
    }

    [Fact]
    public async Task The_save_before_that_cannot_be_fetched_can_be_tried_again()
    {
        Api.OnError(History, HttpStatusCode.InternalServerError, "The store is away.");
        var entry = await RenderAsync(Save(2, One));

        entry.Find("button").Click();

        entry.WaitForAssertion(() => Button(entry, "Try again"));
    }

    private static FlagRuleSaveResponseData Save(long version, params RuleDetailResponseData[] rules) =>
        new()
        {
            Id = $"rlsv_{version}",
            Version = version,
            CreatedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            Rules = rules,
        };

    private async Task<IRenderedComponent<FlagHistoryEntry>> RenderAsync(
        FlagRuleSaveResponseData save,
        FlagRuleSaveResponseData? before = null,
        IReadOnlyList<RuleDetailResponseData>? stored = null
    )
    {
        await EnterAsync();
        return Render<FlagHistoryEntry>(parameters =>
            parameters
                .Add(static entry => entry.FlagId, "flag_1")
                .Add(static entry => entry.Save, save)
                .Add(static entry => entry.Before, before)
                .Add(
                    static entry => entry.Stored,
                    RuleDrafts.FromContract(stored ?? [FlagSamples.Rule("rule_9", "Other")])
                )
                .Add(static entry => entry.Vocabulary, new RuleVocabulary())
                .Add(static entry => entry.Restore, restored => _restored.Add(restored.Version))
        );
    }
}

using System.Net;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleSuggestionsTests
{
    private readonly FakeApi _api = new();
    private readonly RuleVocabulary _vocabulary = new();
    private readonly RuleSuggestions _suggestions;
    private IReadOnlyList<RuleDraft> _rules = RuleDrafts.FromContract([
        FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Seats("cond_1", ComparableOperator.Gte, "5")),
    ]);

    public RuleSuggestionsTests()
    {
        _suggestions = new(_api.Gateway(), _vocabulary);
        _api.OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>(
                "GET /entity-trait-definitions",
                [
                    CompanySamples.Definition(TraitType.Number, "seats"),
                    CompanySamples.Definition(TraitType.String, "tier"),
                ]
            )
            .OnData<IReadOnlyList<EntityTraitValue>>(
                "GET /entity-trait-values",
                [
                    new() { DefinitionId = "trdf_seats", Value = "25" },
                    new() { DefinitionId = "trdf_seats", Value = "25" },
                ]
            )
            .OnData<IReadOnlyList<EventSummaryResponseData>>("GET /event-types", []);
    }

    [Fact]
    public async Task Traits_events_and_the_values_of_used_traits_are_learnt()
    {
        Assert.True(await LearnAsync());

        Assert.Equal(2, _vocabulary.Traits.Count);
        Assert.Equal(["25"], _vocabulary.ValuesOf("trdf_seats"));
        Assert.Null(_vocabulary.ValuesOf("trdf_tier"));
    }

    [Fact]
    public async Task Nothing_is_asked_twice()
    {
        await LearnAsync();
        var asked = _api.Requests.Count;

        Assert.False(await LearnAsync());

        Assert.Equal(asked, _api.Requests.Count);
    }

    [Fact]
    public async Task The_values_of_a_trait_are_asked_for_once_a_rule_names_it()
    {
        await LearnAsync();
        _rules = RuleDrafts.FromContract([
            FlagSamples.Rule(
                "rule_1",
                "One",
                1,
                FlagSamples.Seats("cond_1", ComparableOperator.Eq, "a") with
                {
                    TraitId = "trdf_tier",
                }
            ),
        ]);

        Assert.True(await LearnAsync());

        Assert.NotNull(_vocabulary.ValuesOf("trdf_tier"));
    }

    [Fact]
    public async Task Without_the_api_there_are_no_suggestions_and_no_failure()
    {
        _api.OnError("GET /entity-trait-definitions", HttpStatusCode.ServiceUnavailable, "Busy.");

        Assert.False(await LearnAsync());
    }

    [Fact]
    public async Task Leaving_the_page_ends_it_quietly()
    {
        _api.OnSilence("GET /entity-trait-definitions");
        using var leaving = new CancellationTokenSource();
        var learning = _suggestions.LearnAsync(() => _rules, leaving.Token);

        await leaving.CancelAsync();

        Assert.False(await learning);
    }

    private Task<bool> LearnAsync() => _suggestions.LearnAsync(() => _rules, TestContext.Current.CancellationToken);
}

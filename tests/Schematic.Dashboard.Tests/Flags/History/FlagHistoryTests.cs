using System.Net;
using AngleSharp.Dom;
using Bunit;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags;
using Schematic.Dashboard.Flags.History;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Flags.History;

public sealed class FlagHistoryTests : PageContext
{
    private const string History = "GET /flags/flag_1/rules/history";
    private const string Count = "GET /flags/flag_1/rules/history/count";

    private static readonly FlagRuleSaveActor Ada = new()
    {
        ActorType = ActorType.AppUser,
        Id = "acme_1",
        Name = "Ada",
    };

    private static readonly RuleDetailResponseData One = FlagSamples.Rule(
        "rule_1",
        "One",
        1,
        FlagSamples.Seats("cond_1", ComparableOperator.Gte, "5")
    );
    private static readonly RuleDetailResponseData Gone = FlagSamples.Rule(
        "rule_9",
        "Gone",
        2,
        FlagSamples.Seats("cond_9", ComparableOperator.Gte, "9")
    );

    public FlagHistoryTests()
    {
        Api.OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>("GET /entity-trait-definitions", [])
            .OnData<IReadOnlyList<EntityTraitValue>>("GET /entity-trait-values", [])
            .OnData<IReadOnlyList<EventSummaryResponseData>>("GET /event-types", [])
            .OnData("GET /flags/flag_1", FlagSamples.Flag("flag_1", "Analytics", One with { Value = false }));
        Answer(
            Save(3, One with { Value = false }),
            Save(2, One) with
            {
                Comment = "Too many.",
                Actor = new()
                {
                    ActorType = ActorType.ApiKey,
                    Id = "api_1",
                    Name = "Deployment",
                },
            },
            Save(1, One, Gone) with
            {
                Actor = null,
            }
        );
    }

    [Fact]
    public async Task Each_save_says_who_when_and_why()
    {
        var page = await ReadyAsync();

        Assert.Equal(
            ["Version 3", "Version 2", "Version 1"],
            Entries(page).Select(static entry => entry.QuerySelector("h2")!.FirstChild!.TextContent)
        );
        Assert.Equal(
            ["Ada", "API key Deployment", "Sample data"],
            Entries(page).Select(static entry => entry.QuerySelector(".save-who > span")!.TextContent)
        );
        Assert.Equal("Too many.", Assert.Single(page.FindAll(".save-comment")).TextContent);
        Assert.All(Entries(page), static entry => Assert.NotNull(entry.QuerySelector("time")));
        Assert.Equal("page", page.FindAll(".tab")[2].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_comment_is_text_with_its_line_breaks()
    {
        const string Comment = "<script>alert(1)</script>\nSecond line";
        Answer(Save(1, One) with { Comment = Comment });
        var page = await ReadyAsync();

        Assert.Equal(Comment, page.Find(".save-comment").TextContent);
        Assert.Empty(page.FindAll(".save-comment script"));
    }

    [Fact]
    public async Task A_save_is_shown_against_the_one_before()
    {
        var page = await ReadyAsync();

        Toggle(page, 1);
        Assert.Equal(["Removed Gone"], Heads(page));

        Toggle(page, 1);
        Toggle(page, 0);
        Assert.Equal(["Changed One"], Heads(page));
        Assert.Equal(["On", "Off"], page.FindAll(".diff-line :is(del, ins)").Select(static line => line.TextContent));
    }

    [Fact]
    public async Task Before_the_first_version_there_was_nothing()
    {
        var page = await ReadyAsync();

        Toggle(page, 2);

        Assert.Equal(["Added One", "Added Gone"], Heads(page));
        Assert.Single(Asked(History));
    }

    [Fact]
    public async Task The_last_one_of_a_page_asks_for_the_one_before()
    {
        AnswerBy(static version => version == 6 ? [Save(6, One, Gone)] : [Save(7, One)]);
        var page = await ReadyAsync();

        Toggle(page, 0);

        page.WaitForAssertion(() => Assert.Equal(["Removed Gone"], Heads(page)));
        Assert.Contains(("version", "6"), Asked(History)[1].Parameters);
    }

    [Fact]
    public async Task Rules_that_were_there_before_a_history_was_kept_do_not_look_added()
    {
        AnswerBy(static version => version is null ? [Save(7, One)] : []);
        var page = await ReadyAsync();

        Toggle(page, 0);

        page.WaitForAssertion(() =>
            Assert.Contains(
                "Earlier rules are not known",
                page.Find(".save-changes").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Empty(Heads(page));
        Assert.Equal(
            "One: On when company trait seats is at least 5.",
            page.Find(".save-rules li > span:last-child").TextContent
        );
    }

    [Fact]
    public async Task The_one_before_can_be_asked_for_again()
    {
        AnswerBy(static version => version is null ? [Save(7, One)] : null);
        var page = await ReadyAsync();
        Toggle(page, 0);
        page.WaitForAssertion(() =>
            Assert.Contains(
                "The store is away.",
                page.Find(".save-changes [role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );

        AnswerBy(static _ => [Save(6, One, Gone)]);
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal(["Removed Gone"], Heads(page)));
    }

    [Fact]
    public async Task Rules_brought_back_are_a_draft_and_nothing_is_saved()
    {
        var page = await ReadyAsync();

        Restore(page, 2);

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Flag(Production.Id, "flag_1"), Navigation.Uri, StringComparison.Ordinal)
        );
        var draft = Assert.Single(Drafts.Drafts).Value.Rules;
        Assert.Equal(
            [("rule_1", "One", true), (null, "Gone", true)],
            draft.Select(static rule => (rule.Id, rule.Name, rule.Value))
        );
        Assert.Equal(["cond_1", null], draft.Select(static rule => Assert.Single(rule.Conditions).Id));
        Assert.DoesNotContain(Api.Requests, static request => request.Method == "PUT");
        Assert.Contains("version 1", Assert.Single(Toaster.Toasts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_force_is_marked_and_not_brought_back()
    {
        var page = await ReadyAsync();

        Assert.Equal(
            ["Current rules", null, null],
            Entries(page).Select(static entry => entry.QuerySelector(".badge")?.TextContent)
        );
        Assert.Equal([1, 2, 2], Entries(page).Select(static entry => entry.QuerySelectorAll("button").Length));
    }

    [Theory]
    [InlineData("Keep the draft", "rule_2")]
    [InlineData("Replace", "rule_1")]
    public async Task A_draft_is_not_replaced_without_being_asked(string answer, string id)
    {
        var page = await ReadyAsync();
        var dialogs = RenderDialogs();
        Drafts.Drafts[DraftKey] = new()
        {
            SavedAt = Clock.GetUtcNow(),
            Tag = null,
            Rules =
            [
                new()
                {
                    Id = "rule_2",
                    Name = "Mine",
                    Priority = 1,
                    Value = true,
                    Conditions = [],
                    ConditionGroups = [],
                },
            ],
        };
        page = await ReadyAsync();

        Restore(page, 2);
        dialogs.WaitForAssertion(() => Button(dialogs, answer));
        await Button(dialogs, answer).ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(id, Drafts.Drafts[DraftKey].Rules[0].Id));
    }

    [Fact]
    public async Task Rules_that_this_console_does_not_know_cannot_be_brought_back()
    {
        Answer(
            Save(2, One with { Value = false }),
            Save(1, One with { Conditions = [FlagSamples.Condition("cond_1", ConditionType.Unknown)] })
        );
        var page = await ReadyAsync();

        Assert.Single(Entries(page)[1].QuerySelectorAll("button"));
    }

    [Fact]
    public async Task Where_nothing_was_saved_yet_it_says_what_will_be_here()
    {
        Answer();
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("No changes saved yet", page.Find(".state-title").TextContent));
        Assert.Contains("before a history was kept", page.Find(".state-text").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".pager"));
    }

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(History);
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".skeleton")));
        Assert.Empty(page.FindAll(".save"));
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(History, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );

        Answer(Save(1, One));
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Single(Entries(page)));
    }

    [Fact]
    public async Task A_server_without_a_history_is_no_failure()
    {
        Api.OnError(History, HttpStatusCode.NotFound, "There is no such operation.");
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("No history is kept here", page.Find(".state-title").TextContent));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task The_page_stands_in_the_address()
    {
        Api.OnData(Count, new CountResponse { Count = 60 });
        var page = await ReadyAsync(new FlagHistoryQuery { Page = 3, Size = 25 });

        Assert.Equal([("limit", "25"), ("offset", "50")], Asked(History)[0].Parameters);
        Assert.EndsWith(
            DashboardUrls.Flag(Production.Id, "flag_1", "history", new FlagHistoryQuery { Page = 2, Size = 25 }),
            page.Find("[aria-label='Previous page']").GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?size=25&page=2")]
    public void The_address_holds_the_page(string uri) =>
        Assert.Equal(uri, FlagHistoryQuery.FromUri(new UrlReader(uri)).ToUri());

    private static string DraftKey => $"schematic.rules/mem_1/{Production.Id}/flag_1";

    private async Task<IRenderedComponent<FlagPage>> ReadyAsync(FlagHistoryQuery? query = null)
    {
        var page = await OpenAsync(query);
        page.WaitForAssertion(() => Assert.NotEmpty(Entries(page)));
        return page;
    }

    private Task<IRenderedComponent<FlagPage>> OpenAsync(FlagHistoryQuery? query = null) =>
        OpenAsync<FlagPage>(
            DashboardUrls.Flag(Production.Id, "flag_1", "history", query),
            static page => page.Add(static page => page.FlagId, "flag_1").Add(static page => page.Tab, "history")
        );

    private void Answer(params FlagRuleSaveResponseData[] saves) =>
        Api.OnData<IReadOnlyList<FlagRuleSaveResponseData>>(History, saves)
            .OnData(Count, new CountResponse { Count = saves.Length });

    /// <summary>Answers by the version that is asked for; null fails.</summary>
    private void AnswerBy(Func<long?, IReadOnlyList<FlagRuleSaveResponseData>?> answer)
    {
        Api.OnData(Count, new CountResponse { Count = 1 });
        Api.On(
            History,
            request =>
            {
                var version = request
                    .Parameters.Where(static parameter => parameter.Name == "version")
                    .Select(static parameter =>
                        (long?)long.Parse(parameter.Value, System.Globalization.CultureInfo.InvariantCulture)
                    )
                    .FirstOrDefault();
                return answer(version) is { } saves
                    ? FakeApi.Data(saves)
                    : FakeApi.Error(HttpStatusCode.InternalServerError, "The store is away.");
            }
        );
    }

    private static FlagRuleSaveResponseData Save(long version, params RuleDetailResponseData[] rules) =>
        new()
        {
            Id = $"rlsv_{version}",
            Version = version,
            CreatedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            Actor = Ada,
            Rules = rules,
        };

    private static IReadOnlyList<IElement> Entries(IRenderedComponent<FlagPage> page) => page.FindAll(".save");

    private static void Toggle(IRenderedComponent<FlagPage> page, int entry) =>
        Entries(page)[entry].QuerySelector("[aria-expanded]")!.Click();

    private static void Restore(IRenderedComponent<FlagPage> page, int entry) =>
        Entries(page)[entry].QuerySelectorAll("button")[1].Click();

    private static IEnumerable<string> Heads(IRenderedComponent<FlagPage> page) =>
        page.FindAll(".change-head").Select(Words);
}

using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Flags;

public sealed class FlagPageTests : PageContext
{
    private const string Get = "GET /flags/flag_1";
    private const string Put = "PUT /flags/flag_1/rules";

    public FlagPageTests()
    {
        Api.OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>(
                "GET /entity-trait-definitions",
                [CompanySamples.Definition(TraitType.Number, "seats")]
            )
            .OnData<IReadOnlyList<EntityTraitValue>>(
                "GET /entity-trait-values",
                [new() { DefinitionId = "trdf_seats", Value = "25" }]
            )
            .OnData<IReadOnlyList<EventSummaryResponseData>>("GET /event-types", []);
        Answer(ThreeRules(), "\"1-1\"");
    }

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(Get);
        var page = await OpenAsync();

        Assert.NotEmpty(page.FindAll(".skeleton"));
        Assert.Empty(page.FindAll(".page-header-actions button"));
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(Get, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );

        Answer(ThreeRules(), "\"1-1\"");
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("Analytics", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task A_flag_that_is_not_there_is_no_failure()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no flag.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("There is no such flag", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task The_seven_tiers_stand_in_the_order_they_are_tried()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(
                RuleTiers.All.Select(RuleTiers.Title),
                page.FindAll(".tier h2").Select(static heading => heading.ChildNodes[0].TextContent)
            )
        );
        Assert.Equal(["One", "Two", "Three"], Names(page));
        Assert.Empty(page.FindAll(".save-bar"));
    }

    [Fact]
    public async Task A_flag_is_found_by_its_key_too()
    {
        Api.OnData<IReadOnlyList<FlagDetailResponseData>>(
            "GET /flags",
            [FlagSamples.Flag("flag_9", "analytics-2"), ThreeRules()]
        );
        var page = await OpenAsync(id: "analytics");

        page.WaitForAssertion(() => Assert.Equal("Analytics", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task Opening_a_rule_and_closing_it_sends_nothing_and_keeps_nothing()
    {
        var page = await ReadyAsync();

        page.FindAll(".rule-toggle")[1].Click();
        page.FindAll(".rule-toggle")[1].Click();

        Assert.Empty(page.FindAll(".save-bar"));
        Assert.Empty(Drafts.Drafts);
        Assert.Empty(Asked(Put));
    }

    [Fact]
    public async Task Saving_shows_what_changes_and_names_the_state_that_was_read()
    {
        Api.On(
            Put,
            static _ =>
                Tagged(
                    new RulesDetailResponseData
                    {
                        Rules =
                        [
                            FlagSamples.Rule("rule_3", "Three", 1),
                            FlagSamples.Rule("rule_1", "One", 2),
                            FlagSamples.Rule("rule_2", "Two", 3),
                        ],
                    },
                    "\"1-2\""
                )
        );
        var page = await ReadyAsync();
        var dialogs = RenderDialogs();

        Button(page, "Move Three up").Click();
        Button(page, "Move Three up").Click();
        Button(page, "Review and save").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Equal(
                ["Place 3", "Place 1"],
                dialogs.FindAll(".diff-line :is(del, ins)").Select(static line => line.TextContent)
            )
        );
        Assert.Empty(Asked(Put));
        Button(dialogs, "Save rules").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".save-bar")));
        var sent = Assert.Single(Asked(Put));
        Assert.Equal("\"1-1\"", sent.Headers["If-Match"]);
        Assert.Equal(
            ["rule_3", "rule_1", "rule_2"],
            JsonNode.Parse(sent.Body!)!["rules"]!.AsArray().Select(static rule => rule!["id"]!.GetValue<string>())
        );
        Assert.Empty(Drafts.Drafts);
        Assert.Equal(["Three", "One", "Two"], Names(page));
    }

    [Fact]
    public async Task A_comment_goes_with_the_save_and_not_with_the_next()
    {
        Api.On(Put, static _ => Tagged(new RulesDetailResponseData { Rules = ThreeRules().Rules }, "\"1-2\""));
        var page = await ReadyAsync();

        await SaveAsync(page, "Move Two up", " For Acme.\nUntil May. ");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".save-bar")));
        await SaveAsync(page, "Move Two up");

        page.WaitForAssertion(() => Assert.Equal(["For Acme.\nUntil May.", null], Asked(Put).Select(CommentOf)));
    }

    [Fact]
    public async Task A_comment_that_is_too_long_is_not_sent()
    {
        var page = await ReadyAsync();
        var dialogs = RenderDialogs();

        Button(page, "Move Two up").Click();
        Button(page, "Review and save").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Save rules"));
        Input(dialogs, "Comment").Input(new string('a', 1001));
        await Button(dialogs, "Save rules").ClickAsync();

        Assert.Equal("Use at most 1,000 characters. These are 1,001.", dialogs.Find(".field-error").TextContent);
        Assert.Empty(Asked(Put));
        Input(dialogs, "Comment").Input("Shorter.");
        Assert.Empty(dialogs.FindAll(".field-error"));
    }

    [Fact]
    public async Task A_comment_is_kept_while_the_rules_are_edited_on()
    {
        var page = await ReadyAsync();
        var dialogs = RenderDialogs();
        Button(page, "Move Two up").Click();
        Button(page, "Review and save").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Keep editing"));

        Input(dialogs, "Comment").Input("For Acme.");
        await Button(dialogs, "Keep editing").ClickAsync();

        await ExpectCommentAsync(page, dialogs, "For Acme.");
    }

    [Fact]
    public async Task A_comment_is_kept_when_the_save_is_refused()
    {
        Api.OnError(
            Put,
            HttpStatusCode.BadRequest,
            "rules[1].conditions[0].trait_value (rule \"One\"): It is no number.",
            "rules[1].conditions[0].trait_value"
        );
        var page = await ReadyAsync();
        await SaveAsync(page, "Move Two up", "For Acme.");
        page.WaitForAssertion(() => page.Find(".condition-error"));

        await ExpectCommentAsync(page, RenderDialogs(), "For Acme.");
    }

    [Theory]
    [InlineData("Keep mine", "For Acme.")]
    [InlineData("Take theirs", "")]
    public async Task A_comment_stays_with_what_it_is_about(string choice, string comment)
    {
        var page = await ConflictAsync("For Acme.");

        Button(page, choice).Click();
        Button(page, "Move Three up").Click();

        await ExpectCommentAsync(page, RenderDialogs(), comment);
    }

    [Fact]
    public async Task Each_change_is_kept_in_the_browser_until_it_is_undone()
    {
        var page = await ReadyAsync();

        Button(page, "Move Two up").Click();
        var kept = Assert.Single(Drafts.Drafts).Value;
        Assert.Equal("\"1-1\"", kept.Tag);
        Assert.Equal(["rule_2", "rule_1", "rule_3"], kept.Rules.Select(static rule => rule.Id));

        Button(page, "Move Two down").Click();
        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public async Task A_draft_that_was_left_can_be_continued()
    {
        var first = await ReadyAsync();
        Button(first, "Move Two up").Click();
        first.Instance.Dispose();

        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("You have an unsaved draft", page.Find(".draft-bar").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(["One", "Two", "Three"], Names(page));
        Assert.Empty(page.FindAll(".rule-actions"));
        Button(page, "Continue").Click();

        Assert.Equal(["Two", "One", "Three"], Names(page));
        Assert.NotEmpty(page.FindAll(".save-bar"));
    }

    [Fact]
    public async Task A_draft_that_was_left_can_be_discarded()
    {
        var first = await ReadyAsync();
        Button(first, "Move Two up").Click();

        var page = await OpenAsync();
        page.WaitForAssertion(() => Button(page, "Discard"));
        Button(page, "Discard").Click();

        Assert.Empty(Drafts.Drafts);
        Assert.Equal(["One", "Two", "Three"], Names(page));
        Assert.NotEmpty(page.FindAll(".rule-actions"));
    }

    [Fact]
    public async Task When_somebody_else_saved_first_both_are_shown_and_theirs_can_be_taken()
    {
        var page = await ConflictAsync();

        Assert.Equal(
            ["Mine", "Theirs"],
            page.FindAll(".conflict-sides h3").Select(static heading => heading.TextContent)
        );
        Assert.Contains(
            "Theirs alone",
            page.FindAll(".conflict-sides > section")[1].TextContent,
            StringComparison.Ordinal
        );
        Button(page, "Take theirs").Click();

        Assert.Equal(["One", "Two", "Three", "Theirs alone"], Names(page));
        Assert.Empty(page.FindAll(".save-bar"));
        Assert.Empty(Drafts.Drafts);
        Assert.Single(Asked(Put));
    }

    [Fact]
    public async Task Keeping_mine_saves_nothing_before_it_was_seen_against_theirs()
    {
        var page = await ConflictAsync();
        var dialogs = RenderDialogs();

        Button(page, "Keep mine").Click();
        Assert.Single(Asked(Put));
        Assert.Contains("Not saved yet.", page.Find(".save-dock .alert").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Two", "One", "Three"], Names(page));
        Api.On(Put, static _ => Tagged(new RulesDetailResponseData { Rules = [] }, "\"1-3\""));
        Button(page, "Review and save").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Contains("Theirs alone", dialogs.Find(".changes").TextContent, StringComparison.Ordinal)
        );
        Button(dialogs, "Save rules").Click();

        page.WaitForAssertion(() =>
            Assert.Equal(["\"1-1\"", "\"1-2\""], Asked(Put).Select(static request => request.Headers["If-Match"]))
        );
    }

    [Fact]
    public async Task A_second_click_on_saving_opens_no_second_dialog()
    {
        var page = await ReadyAsync();
        var dialogs = RenderDialogs();
        Button(page, "Move Two up").Click();

        Button(page, "Review and save").Click();
        Button(page, "Review and save").Click();

        dialogs.WaitForAssertion(() => Button(dialogs, "Save rules"));
        Assert.Single(dialogs.FindAll("textarea"));
    }

    [Fact]
    public async Task What_is_edited_while_saving_is_not_lost()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Api.On(Put, (_, _) => answer.Task);
        var page = await ReadyAsync();
        await SaveAsync(page, "Move Two up");
        page.WaitForAssertion(() => Button(page, "Saving…"));

        Button(page, "Move Three up").Click();
        answer.SetResult(
            Tagged(
                new RulesDetailResponseData
                {
                    Rules =
                    [
                        FlagSamples.Rule("rule_2", "Two", 1),
                        FlagSamples.Rule("rule_1", "One", 2),
                        FlagSamples.Rule("rule_3", "Three", 3),
                    ],
                },
                "\"1-2\""
            )
        );

        page.WaitForAssertion(() => Button(page, "Review and save"));
        Assert.Equal(["Two", "Three", "One"], Names(page));
        Assert.Equal("\"1-2\"", Assert.Single(Drafts.Drafts).Value.Tag);
    }

    [Fact]
    public async Task A_lost_connection_is_told_beside_the_button_and_keeps_the_draft()
    {
        Api.On(Put, static (_, _) => throw new HttpRequestException("The line is cut."));
        var page = await ReadyAsync();

        await SaveAsync(page, "Move Two up");

        page.WaitForAssertion(() =>
            Assert.Contains(
                "The API cannot be reached.",
                page.Find(".save-dock [role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(["Two", "One", "Three"], Names(page));
        Assert.NotEmpty(Drafts.Drafts);
    }

    [Theory]
    [InlineData("Discard", false)]
    [InlineData("Keep editing", true)]
    public async Task A_draft_is_discarded_after_a_question(string choice, bool isKept)
    {
        var page = await ReadyAsync();
        var dialogs = RenderDialogs();
        Button(page, "Move Two up").Click();

        Button(page, "Discard").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, choice));
        await Button(dialogs, choice).ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(isKept ? 1 : 0, page.FindAll(".save-bar").Count));
        Assert.Equal(isKept ? 1 : 0, Drafts.Drafts.Count);
    }

    [Fact]
    public async Task A_browser_that_keeps_no_draft_is_told_of()
    {
        Drafts.IsFull = true;
        var page = await ReadyAsync();

        Button(page, "Move Two up").Click();

        Assert.Contains(
            "This browser does not keep your draft.",
            page.Find(".save-dock").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_deleted_flag_leaves_no_draft_and_no_page()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Api.On("DELETE " + Get[4..], (_, _) => answer.Task);
        var page = await ReadyAsync();
        var dialogs = RenderDialogs();
        Button(page, "Move Two up").Click();

        Button(page, "Delete").Click();
        dialogs.WaitForAssertion(() => dialogs.Find("form input"));
        Assert.Contains("3 rules", dialogs.Find(".dialog-text").TextContent, StringComparison.Ordinal);
        dialogs.Find("form input").Input("Analytics");
        var submitting = dialogs.Find("form").SubmitAsync();
        answer.SetResult(FakeApi.Data(new DeleteResponse { Deleted = true }));
        await submitting;

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Flags(Production.Id), Navigation.Uri, StringComparison.Ordinal)
        );
        Assert.Empty(Drafts.Drafts);
        Assert.Empty(page.FindAll(".rule, .save-bar"));
    }

    [Fact]
    public async Task Another_name_of_the_flag_leaves_the_draft_as_it_is()
    {
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>("GET /features", [])
            .On("PUT " + Get[4..], static _ => Tagged(ThreeRules() with { Name = "Renamed" }, "\"1-2\""));
        var page = await ReadyAsync();
        var dialogs = RenderDialogs();
        Button(page, "Move Two up").Click();

        Button(page, "Edit").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Save"));
        Input(dialogs, "Name").Change("Renamed");
        await dialogs.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Renamed", page.Find("h1").TextContent));
        Assert.Equal("\"1-1\"", Asked("PUT " + Get[4..])[0].Headers["If-Match"]);
        Assert.Equal(["Two", "One", "Three"], Names(page));
        Assert.NotEmpty(page.FindAll(".save-bar"));
    }

    [Fact]
    public async Task Another_flag_shows_nothing_of_the_last_one()
    {
        Api.OnSilence("GET /flags/flag_2");
        var page = await ReadyAsync();
        Button(page, "Move Two up").Click();

        page.Render(parameters => parameters.Add(static page => page.FlagId, "flag_2"));

        Assert.Equal("Flag", page.Find("h1").TextContent);
        Assert.NotEmpty(page.FindAll(".skeleton"));
        Assert.Empty(page.FindAll(".rule, .save-bar"));
    }

    [Fact]
    public async Task A_refusal_is_shown_at_its_condition()
    {
        Api.OnError(
            Put,
            HttpStatusCode.BadRequest,
            "rules[1].conditions[0].trait_value (rule \"One\"): It is no number.",
            "rules[1].conditions[0].trait_value"
        );
        var page = await ReadyAsync();
        await SaveAsync(page, "Move Two up");

        page.WaitForAssertion(() =>
            Assert.Equal("It is no number.", page.Find("[data-rule=rule_1] .condition-error").TextContent)
        );
        Assert.NotEmpty(Drafts.Drafts);
        ExpectFocus(page.Find("[data-rule=rule_1] .condition-type"));
    }

    [Fact]
    public async Task A_rule_that_lacks_something_is_not_sent()
    {
        var page = await ReadyAsync();
        page.FindAll(".tier-add")[1].Click();
        Assert.Equal("Trait", page.Find(".rule-open .condition-type option[selected]").TextContent);

        Button(page, "Review and save").Click();

        Assert.Equal("Choose the trait to compare.", page.Find(".rule-open .condition-error").TextContent);
        Assert.Empty(Asked(Put));
    }

    [Fact]
    public async Task Each_field_of_a_condition_is_narrowed_by_the_one_before()
    {
        var page = await ReadyAsync();
        page.FindAll(".tier-add")[1].Click();

        page.Find(".rule-open .condition-subject").Change("trdf_seats");
        page.Find(".rule-open .condition-operator").Change("gte");
        page.Find(".rule-open .condition-compare > input").Input("50");
        Assert.Contains(
            "On when company trait seats is at least 50.",
            page.Find(".rule-open .rule-sentence").TextContent,
            StringComparison.Ordinal
        );

        page.Find(".rule-open .condition-type").Change("company");
        Assert.Equal(
            ["is one of", "is none of"],
            page.FindAll(".rule-open .condition-operator option").Select(static option => option.TextContent)
        );
        Assert.Empty(page.FindAll(".rule-open .condition-subject"));
    }

    [Fact]
    public async Task A_type_that_is_only_passed_leaves_the_condition_as_it_was()
    {
        var page = await ReadyAsync();
        page.FindAll(".rule-toggle")[1].Click();
        var before = page.Find(".rule-open .rule-sentence").TextContent;

        page.Find(".rule-open .condition-type").Change("company");
        Assert.NotEqual(before, page.Find(".rule-open .rule-sentence").TextContent);
        page.Find(".rule-open .condition-type").Change("trait");

        Assert.Equal(before, page.Find(".rule-open .rule-sentence").TextContent);
    }

    [Fact]
    public async Task The_second_click_of_two_deletes_no_second_rule()
    {
        var page = await ReadyAsync();
        var count = page.FindAll(".rule-toggle").Count;

        page.FindAll("[title=Delete]")[0].Click(new MouseEventArgs { Detail = 1 });
        page.FindAll("[title=Delete]")[0].Click(new MouseEventArgs { Detail = 2 });

        Assert.Equal(count - 1, page.FindAll(".rule-toggle").Count);
    }

    [Fact]
    public async Task What_is_typed_is_said_letter_by_letter_and_trimmed_when_the_field_is_left()
    {
        var page = await ReadyAsync();
        page.FindAll(".tier-add")[1].Click();
        IElement Name() => page.Find(".rule-open .rule-fields input");
        IElement Event() => page.Find(".rule-open .condition-subject");

        Name().Input("Early ");
        Assert.Equal("Early ", Name().GetAttribute("value"));
        Name().Change("Early ");
        Assert.Equal("Early", Name().GetAttribute("value"));

        page.Find(".rule-open .condition-type").Change("metric");
        Event().Input("api call ");
        Assert.StartsWith(
            "On when api call ",
            page.Find(".rule-open .rule-sentence").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("api call ", Event().GetAttribute("value"));
        Event().Change("api call ");
        Assert.Equal("api call", Event().GetAttribute("value"));
    }

    [Fact]
    public async Task An_edit_draws_the_rule_that_changed_and_no_other()
    {
        var page = await ReadyAsync();
        page.FindAll(".rule-toggle")[1].Click();
        var before = Drawn();

        page.FindAll(".rule-open .segmented button")[1].Click();

        var after = Drawn();
        Assert.Equal([0, 1, 0], after.Zip(before, static (now, then) => now - then));

        IReadOnlyList<int> Drawn() => [.. page.FindComponents<RuleCard>().Select(static card => card.RenderCount)];
    }

    // Drawn once more with what was before, a choice would be set back while the line lags.
    [Fact]
    public async Task An_edit_of_a_condition_is_drawn_once()
    {
        var page = await ReadyAsync();
        page.FindAll(".rule-toggle")[1].Click();
        var row = page.FindComponent<ConditionRow>();
        var before = row.RenderCount;

        page.Find(".rule-open .condition-operator").Change("gte");

        Assert.Equal(1, row.RenderCount - before);
    }

    [Fact]
    public async Task The_focus_goes_to_what_is_added()
    {
        var page = await ReadyAsync();

        page.FindAll(".tier-add")[1].Click();
        ExpectFocus(page.Find(".rule-open .rule-fields input"));
        Button(page, "Add condition").Click();
        ExpectFocus(page.FindAll(".rule-open .condition-type")[1]);
        Button(page, "Add a group of alternatives").Click();
        ExpectFocus(page.Find(".clause-any .condition-type"));
        Button(page, "Add alternative").Click();
        ExpectFocus(page.FindAll(".clause-any .condition-type")[1]);
        Button(page, "Duplicate Two").Click();
        ExpectFocus(page.Find(".rule-open .rule-fields input"));
    }

    [Fact]
    public async Task Removing_one_of_two_alternatives_leaves_the_other()
    {
        var page = await ReadyAsync();
        page.FindAll(".rule-toggle")[0].Click();
        Button(page, "Add a group of alternatives").Click();
        Button(page, "Add alternative").Click();
        page.FindAll(".clause-any .condition-type")[1].Change("company");

        Button(page, "Remove Group 1, condition 1").Click();

        Assert.Equal("Company", page.Find(".clause-any .condition-type option[selected]").TextContent);
    }

    [Fact]
    public async Task Companies_are_chosen_by_a_pasted_list_of_ids_and_keys()
    {
        Api.On(
                "GET /companies",
                static request =>
                    FakeApi.Data<IReadOnlyList<CompanyDetailResponseData>>(
                        request.Parameters.Any(static parameter => parameter == ("ids", "comp_7"))
                            ? [CompanySamples.Company("comp_7", "Seven")]
                            : []
                    )
            )
            .OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>(
                "GET /entity-key-definitions",
                [CompanySamples.KeyDefinition("domain")]
            )
            .On(
                "GET /companies/lookup",
                static request =>
                    request.Parameters[0].Value == "acme.com"
                        ? FakeApi.Data(CompanySamples.Company("comp_1"))
                        : FakeApi.Error(HttpStatusCode.NotFound, "None.")
            );
        var page = await ReadyAsync();
        var dialogs = RenderDialogs();
        page.FindAll(".tier-add")[1].Click();
        page.Find(".rule-open .condition-type").Change("company");
        Button(page, "Choose…").Click();
        dialogs.WaitForAssertion(() => dialogs.Find("#paste-ids"));

        dialogs.Find("#paste-ids").Input("comp_7, acme.com\nnosuch.com");
        await Button(dialogs, "Add pasted").ClickAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal(["Seven", "Acme"], dialogs.FindAll(".token-text").Select(static token => token.TextContent))
        );
        Assert.Contains("2 added. 1 not found", dialogs.Find(".field-help").TextContent, StringComparison.Ordinal);
        await Button(dialogs, "Done").ClickAsync();
        page.WaitForAssertion(() =>
            Assert.Equal("On when company is one of Seven, Acme.", page.Find(".rule-open .rule-sentence").TextContent)
        );
    }

    // Of elements that are new: bUnit forgets which one is meant when it draws an element again.
    private void ExpectFocus(IElement element) =>
        JSInterop.Invocations["Blazor._internal.domWrapper.focus"][^1].Arguments[0].ShouldBeElementReferenceTo(element);

    private static async Task ExpectCommentAsync(
        IRenderedComponent<FlagPage> page,
        IRenderedComponent<DialogHost> dialogs,
        string comment
    )
    {
        Button(page, "Review and save").Click();
        dialogs.WaitForAssertion(() => Assert.Equal(comment, Input(dialogs, "Comment").GetAttribute("value") ?? ""));
        await Button(dialogs, "Keep editing").ClickAsync();
    }

    private static string? CommentOf(RecordedRequest request) =>
        JsonNode.Parse(request.Body!)!["comment"]?.GetValue<string>();

    private async Task<IRenderedComponent<FlagPage>> ConflictAsync(string? comment = null)
    {
        var theirs = ThreeRules() with
        {
            Rules = [.. ThreeRules().Rules, FlagSamples.Rule("rule_4", "Theirs alone", 4)],
        };
        Api.On(
            Put,
            _ =>
            {
                var stale = FakeApi.Text(
                    HttpStatusCode.PreconditionFailed,
                    System.Text.Json.JsonSerializer.Serialize(
                        new StaleError<FlagDetailResponseData> { Error = "Somebody was first.", Data = theirs },
                        WireJson.Tolerant
                    )
                );
                stale.Headers.TryAddWithoutValidation("ETag", "\"1-2\"");
                return stale;
            }
        );
        var page = await ReadyAsync();
        await SaveAsync(page, "Move Two up", comment);
        page.WaitForAssertion(() => page.Find(".conflict"));
        return page;
    }

    private async Task SaveAsync(IRenderedComponent<FlagPage> page, string? change = null, string? comment = null)
    {
        var dialogs = RenderDialogs();
        if (change is not null)
            Button(page, change).Click();
        Button(page, "Review and save").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Save rules"));
        if (comment is not null)
            Input(dialogs, "Comment").Input(comment);
        await Button(dialogs, "Save rules").ClickAsync();
    }

    private async Task<IRenderedComponent<FlagPage>> ReadyAsync()
    {
        var page = await OpenAsync();
        page.WaitForAssertion(() => page.Find(".rule-actions"));
        return page;
    }

    private Task<IRenderedComponent<FlagPage>> OpenAsync(string id = "flag_1") =>
        OpenAsync<FlagPage>(DashboardUrls.Flag(Production.Id, id), page => page.Add(static page => page.FlagId, id));

    private void Answer(FlagDetailResponseData flag, string tag) => Api.On(Get, _ => Tagged(flag, tag));

    private static HttpResponseMessage Tagged<T>(T data, string tag)
    {
        var answer = FakeApi.Data(data);
        answer.Headers.TryAddWithoutValidation("ETag", tag);
        return answer;
    }

    private static FlagDetailResponseData ThreeRules() =>
        FlagSamples.Flag(
            "flag_1",
            "Analytics",
            FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Seats("cond_1", ComparableOperator.Gte, "5")),
            FlagSamples.Rule("rule_2", "Two", 2, FlagSamples.Seats("cond_2", ComparableOperator.Lt, "3")),
            FlagSamples.Rule("rule_3", "Three", 3, FlagSamples.Seats("cond_3", ComparableOperator.Eq, "4"))
        );

    private static IEnumerable<string> Names(IRenderedComponent<FlagPage> page) =>
        page.FindAll(".rules .rule-name").Select(static name => name.TextContent);
}

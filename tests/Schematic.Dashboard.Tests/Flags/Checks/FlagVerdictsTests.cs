using System.Net;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Dashboard.Tests.Users;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class FlagVerdictsTests : PageContext
{
    private const string List = "GET /flags/verdicts";
    private const string Count = "GET /flags/verdicts/count";

    public FlagVerdictsTests() => Answer(Verdict("exports", true), Verdict("analytics", false));

    [Fact]
    public async Task Every_flag_shows_its_verdict_and_reason_for_the_company()
    {
        var part = await OpenAsync(new());

        part.WaitForAssertion(() =>
            Assert.Equal(
                ["On Exports exports Matched standard rule \"All\"", "Off Analytics analytics No rules matched"],
                part.FindAll(".verdict-line").Select(Words)
            )
        );
        Assert.Contains(("company_id", "comp_1"), Assert.Single(Asked(List)).Parameters);
    }

    [Fact]
    public async Task How_many_are_on_and_off_stands_beside_the_choice()
    {
        Api.On(
            Count,
            static request =>
                FakeApi.Data(new CountResponse { Count = request.Parameters.Contains(("value", "true")) ? 4321 : 679 })
        );
        var part = await OpenAsync(new());

        part.WaitForAssertion(() =>
            Assert.Equal(["All 5,000", "On 4,321", "Off 679"], part.FindAll(".segmented button").Select(Words))
        );
        part.FindAll(".segmented button")[1].Click();
        Assert.EndsWith("/flags?verdict=on", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_says_what_is_searched_filtered_and_turned_to()
    {
        var part = await OpenAsync(
            new()
            {
                Search = "exp",
                Value = false,
                With = "user_1",
                Page = 3,
                Size = 25,
            }
        );

        part.WaitForAssertion(() => Assert.NotEmpty(part.FindAll(".verdict-line")));
        var asked = Assert.Single(Asked(List)).Parameters;
        Assert.Contains(("q", "exp"), asked);
        Assert.Contains(("value", "false"), asked);
        Assert.Contains(("user_id", "user_1"), asked);
        Assert.Contains(("offset", "50"), asked);
    }

    [Fact]
    public async Task A_row_opens_the_explanation_in_place()
    {
        Api.OnData("POST /flags/analytics/explain", ExplanationSamples.ClosestMiss());
        var part = await OpenAsync(new());
        part.WaitForElements(".verdict-line", 2)[1].Click();
        Assert.EndsWith("/flags?flag=analytics", Navigation.Uri, StringComparison.Ordinal);

        var opened = await OpenAsync(new() { Open = "analytics" });

        opened.WaitForAssertion(() => Assert.Equal("Analytics is off for Acme", opened.Find(".ladder h2").TextContent));
        Assert.Equal(["false", "true"], opened.FindAll(".verdict-line").Select(Expanded));
        opened.FindAll(".verdict-line")[1].Click();
        Assert.EndsWith("/flags", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_a_row_does_not_load_the_list_again()
    {
        Api.OnData("POST /flags/analytics/explain", ExplanationSamples.ClosestMiss());
        var part = await OpenAsync(new());
        part.WaitForElements(".verdict-line", 2);

        part.Render(parameters => parameters.Add(static one => one.Query, new() { Open = "analytics" }));

        part.WaitForAssertion(() => Assert.NotEmpty(part.FindAll(".ladder")));
        Assert.Single(Asked(List));
    }

    [Fact]
    public async Task The_flag_that_is_named_exactly_is_marked()
    {
        var part = await OpenAsync(new() { Search = "exports" });

        part.WaitForAssertion(() =>
            Assert.Equal("Exact match", Assert.Single(part.FindAll(".option-mark")).TextContent)
        );
    }

    [Fact]
    public async Task A_user_of_the_company_is_chosen_by_name_or_key()
    {
        var part = await OpenAsync(new());
        part.Find("#verdicts-with").Focus();
        part.WaitForElement("[role=option]").Click();

        Assert.EndsWith("/flags?with=user_1", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_user_is_shown_by_name_and_can_be_left_out_again()
    {
        Api.OnData("GET /users/lookup", UserSamples.User("user_1", "Ada"));
        var part = await OpenAsync(new() { With = "user_1" });

        part.WaitForAssertion(() => Assert.Equal("Ada", part.Find("#verdicts-with").GetAttribute("value")));
        part.Find(".combobox-clear").Click();
        Assert.EndsWith("/flags", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_that_is_gone_is_a_refusal_with_a_way_on()
    {
        Api.OnError(List, HttpStatusCode.NotFound, "There is no user \"user_9\" in this environment.");
        var part = await OpenAsync(new() { With = "user_9" });

        part.WaitForAssertion(() =>
            Assert.Contains("There is no user", part.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("Check without a user", Words(Assert.Single(part.FindAll(".state-actions a"))));
    }

    [Fact]
    public async Task A_filter_that_leaves_nothing_does_not_say_that_there_are_no_flags()
    {
        Answer();

        var filtered = await OpenAsync(new() { Value = true });
        filtered.WaitForAssertion(() => Assert.Equal("No flag matches", filtered.Find(".state-title").TextContent));
        var none = await OpenAsync(new());
        none.WaitForAssertion(() => Assert.Equal("No flags yet", none.Find(".state-title").TextContent));
    }

    private static string? Expanded(AngleSharp.Dom.IElement line) => line.GetAttribute("aria-expanded");

    private static FlagVerdictResponseData Verdict(string key, bool isOn) =>
        new()
        {
            FlagId = $"flag_{key}",
            Key = key,
            Name = char.ToUpperInvariant(key[0]) + key[1..],
            Value = isOn,
            Reason = isOn ? "Matched standard rule \"All\" (rule_1)" : "No rules matched",
            RuleId = isOn ? "rule_1" : null,
        };

    private void Answer(params FlagVerdictResponseData[] verdicts) =>
        Api.OnData<IReadOnlyList<FlagVerdictResponseData>>(List, verdicts)
            .OnData(Count, new CountResponse { Count = verdicts.Length })
            .OnData<IReadOnlyList<UserDetailResponseData>>("GET /users", [])
            .OnError("GET /users/lookup", HttpStatusCode.NotFound, "None.");

    private async Task<IRenderedComponent<FlagVerdicts>> OpenAsync(FlagVerdictsListQuery query)
    {
        await EnterAsync();
        return Render<FlagVerdicts>(part =>
            part.Add(static part => part.EnvironmentId, Production.Id)
                .Add(static part => part.Type, EntityType.Company)
                .Add(static part => part.SubjectId, "comp_1")
                .Add(static part => part.Query, query)
                .Add(
                    static part => part.UrlFor,
                    static query => DashboardUrls.Company(Production.Id, "comp_1", DashboardUrls.FlagsTab, query)
                )
                .Add(
                    static part => part.FindOthersAsync,
                    static (_, _) =>
                        Task.FromResult<IReadOnlyList<ComboboxOption>>([new("user_1", "Ada", "ada@example.com")])
                )
        );
    }
}

using System.Net;
using System.Text.Json;
using Bunit;
using Schematic.Contracts.Search;
using Schematic.Dashboard.Search;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Search;

public sealed class SearchPaletteTests : PageContext
{
    private const string Find = "GET /search";

    private static readonly SearchHitResponseData Acme = new()
    {
        Kind = SearchKind.Company,
        Id = "comp_1",
        Name = "Acme",
        Key = "acme.com",
        MatchedKeys = ["domain"],
    };

    private static readonly SearchHitResponseData Exports = new()
    {
        Kind = SearchKind.Flag,
        Id = "flag_1",
        Name = "Acme exports",
        Key = "exports",
        MatchedKeys = [],
    };

    public SearchPaletteTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Api.OnData<IReadOnlyList<SearchHitResponseData>>(Find, [Acme, Exports]);
    }

    [Fact]
    public async Task An_exact_match_comes_first_and_says_by_which_key()
    {
        var part = await TypeAsync("acme.com");

        part.WaitForAssertion(() =>
            Assert.Equal(
                ["Acme Exact: domain acme.com", "Acme exports exports", "Search companies for “acme.com”"],
                part.FindAll("[role=option]").Select(Words)
            )
        );
        Assert.Equal(DashboardUrls.Company(Production.Id, "comp_1"), part.Find("[role=option]").GetAttribute("href"));
        Assert.Equal("acme.com", part.Find("[role=listbox]").GetAttribute("data-answered"));
        Assert.Contains(("q", "acme.com"), Assert.Single(Asked(Find)).Parameters);
    }

    [Fact]
    public async Task Pages_and_actions_are_found_by_the_beginnings_of_their_words()
    {
        Api.OnData<IReadOnlyList<SearchHitResponseData>>(Find, []);
        var part = await TypeAsync("new comp");

        part.WaitForAssertion(() =>
            Assert.Equal(DashboardUrls.NewCompany(Production.Id), part.Find("[role=option]").GetAttribute("href"))
        );
        part.Find("input").Input("api");
        part.WaitForAssertion(() =>
        {
            // The pause may begin only after what the first answer draws.
            Clock.Advance(TimeSpan.FromMilliseconds(60));
            Assert.Equal(DashboardUrls.ApiKeys(Production.Id), part.Find("[role=option]").GetAttribute("href"));
        });
    }

    [Fact]
    public async Task What_was_opened_last_is_offered_first()
    {
        SearchResult[] kept = [new("/env/env_production/flags/flag_9", "Beta", "M0 0", "beta")];
        JSInterop
            .Setup<string?>("schematic.recent.read", "schematic.recent.mem_1.env_production")
            .SetResult(JsonSerializer.Serialize(kept));
        var part = await OpenAsync();
        part.Find("input").Focus();

        part.WaitForAssertion(() => Assert.Equal("Beta beta", Words(part.Find("[role=option]"))));
    }

    [Fact]
    public async Task What_is_chosen_is_kept_for_the_next_time()
    {
        var write = JSInterop.SetupVoid("schematic.recent.write", static _ => true);
        write.SetVoidResult();
        var part = await TypeAsync("acme.com");
        part.WaitForElements("[role=option]", 3)[0].Click();

        var written = JsonSerializer.Deserialize<SearchResult[]>((string)write.Invocations.Single().Arguments[1]!)!;
        Assert.Equal(("Acme", null), (Assert.Single(written).Title, written[0].Mark));
        Assert.Equal("Acme acme.com", Words(part.Find("[role=option]")));
    }

    [Fact]
    public async Task What_another_hand_wrote_into_the_browser_is_no_failure()
    {
        JSInterop.Setup<string?>("schematic.recent.read", static _ => true).SetResult("{\"no\":[");
        var part = await OpenAsync();
        part.Find("input").Focus();

        part.WaitForAssertion(() => Assert.NotEmpty(part.FindAll("[role=option]")));
        Assert.DoesNotContain("Recent", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finding_nothing_is_said_with_the_reason_that_is_likely()
    {
        Api.OnData<IReadOnlyList<SearchHitResponseData>>(Find, []);
        var part = await TypeAsync("zzz");

        part.WaitForAssertion(() =>
            Assert.StartsWith("Nothing has this name", part.Find("[role=status]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_failure_is_said_and_pages_are_still_found()
    {
        Api.OnError(Find, HttpStatusCode.Forbidden, "You may not search.");
        var part = await TypeAsync("flags");

        part.WaitForAssertion(() => Assert.Equal("You may not search.", part.Find("[role=status]").TextContent));
        Assert.Equal(DashboardUrls.Flags(Production.Id), part.Find("[role=option]").GetAttribute("href"));
    }

    private async Task<IRenderedComponent<SearchPalette>> TypeAsync(string text)
    {
        var part = await OpenAsync();
        part.Find("input").Input(text);
        Clock.Advance(TimeSpan.FromMilliseconds(60));
        return part;
    }

    private async Task<IRenderedComponent<SearchPalette>> OpenAsync()
    {
        await EnterAsync();
        return Render<SearchPalette>();
    }
}

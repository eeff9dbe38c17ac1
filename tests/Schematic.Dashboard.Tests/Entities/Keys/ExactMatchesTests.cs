using System.Net;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Search;
using Schematic.Dashboard.Entities.Keys;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Search;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Entities.Keys;

public sealed class ExactMatchesTests : PageContext
{
    private const string Search = "GET /search";

    private static readonly SearchHitResponseData Globex = SearchSamples.Hit(
        SearchKind.Company,
        "comp_9",
        "Globex",
        "domain"
    );

    private static readonly SearchHitResponseData Ada = SearchSamples.Hit(SearchKind.User, "user_1", "Ada", "email");

    [Fact]
    public async Task An_exact_key_says_which_it_is()
    {
        Answer(Globex);
        var part = await ShowAsync("globex.com");

        part.WaitForAssertion(() => Assert.StartsWith("Globex Exact: domain", Words(part.Find("li"))));
        Assert.Equal(DashboardUrls.Company(Production.Id, "comp_9"), part.Find("a").GetAttribute("href"));
        var asked = Assert.Single(Asked(Search)).Parameters;
        Assert.Contains(("exact", "true"), asked);
        Assert.Contains(("q", "globex.com"), asked);
    }

    [Fact]
    public async Task A_value_of_another_kind_comes_after_those_of_the_list_and_says_so()
    {
        Answer(Ada, Globex);
        var part = await ShowAsync("ada@acme.com");

        part.WaitForAssertion(() => Assert.Equal(2, part.FindAll("li").Count));
        Assert.StartsWith("Globex", Words(part.FindAll("li")[0]));
        Assert.StartsWith("Ada Exact: email is a user, not a company", Words(part.FindAll("li")[1]));
        Assert.Equal(DashboardUrls.User(Production.Id, "user_1"), part.FindAll("a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task One_key_can_be_named_with_its_value()
    {
        Api.On(
            Search,
            static request =>
                FakeApi.Data<IReadOnlyList<SearchHitResponseData>>(
                    request.Parameters.Contains(("key", "domain")) && request.Parameters.Contains(("q", "globex.com"))
                        ? [Globex]
                        : []
                )
        );
        var part = await ShowAsync("domain=globex.com");

        part.WaitForAssertion(() => Assert.StartsWith("Globex", Words(part.Find("li"))));
    }

    [Fact]
    public async Task Other_things_with_this_id_are_left_to_the_search_over_everything()
    {
        Answer(SearchSamples.Hit(SearchKind.Flag, "flag_1", "Export", "id"));
        var part = await ShowAsync("flag_1");

        part.WaitForAssertion(() => Assert.NotEmpty(Asked(Search)));
        Assert.Empty(part.Markup.Trim());
    }

    [Fact]
    public async Task A_failure_leaves_the_list_alone()
    {
        Api.OnError(Search, HttpStatusCode.InternalServerError, "The store is away.");
        var part = await ShowAsync("acme");

        part.WaitForAssertion(() => Assert.NotEmpty(Asked(Search)));
        Assert.Empty(part.Markup.Trim());
    }

    [Fact]
    public async Task No_search_asks_for_nothing()
    {
        var part = await ShowAsync("");

        Assert.Empty(part.Markup.Trim());
        Assert.Empty(Asked(Search));
    }

    private void Answer(params IReadOnlyList<SearchHitResponseData> hits) => Api.OnData(Search, hits);

    private async Task<IRenderedComponent<ExactMatches>> ShowAsync(string text)
    {
        await EnterAsync();
        return Render<ExactMatches>(parameters =>
            parameters
                .Add(static part => part.Type, EntityType.Company)
                .Add(static part => part.EnvironmentId, Production.Id)
                .Add(static part => part.Text, text)
        );
    }
}

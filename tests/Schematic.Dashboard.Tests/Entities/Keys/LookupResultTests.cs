using System.Net;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities.Keys;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Entities.Keys;

public sealed class LookupResultTests : PageContext
{
    private const string Lookup = "GET /companies/lookup";

    public LookupResultTests() =>
        Api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>(
            "GET /entity-key-definitions",
            [CompanySamples.KeyDefinition("domain"), CompanySamples.KeyDefinition("crm_id")]
        );

    [Fact]
    public async Task Nothing_looked_for_shows_nothing()
    {
        var result = await ShowAsync(null);

        Assert.Empty(result.Markup.Trim());
        Assert.Empty(Asked(Lookup));
    }

    [Fact]
    public async Task While_it_looks_it_says_for_what()
    {
        Api.OnSilence(Lookup);
        var result = await ShowAsync(new KeyLookup("acme.com", "domain"));

        Assert.Equal("true", result.Find("section").GetAttribute("aria-busy"));
        Assert.Contains("acme.com", result.Find(".lookup-line").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_match_opens_in_place_of_the_look_up()
    {
        Api.OnData(Lookup, CompanySamples.Company("comp_9"));
        var result = await ShowAsync(new KeyLookup("acme.com", "domain"));

        result.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Company(Production.Id, "comp_9"), Navigation.Uri, StringComparison.Ordinal)
        );
        Assert.Contains(("keys[domain]", "acme.com"), Assert.Single(Asked(Lookup)).Parameters);
    }

    [Fact]
    public async Task One_company_with_the_value_in_several_keys_is_one_match()
    {
        Api.OnData(Lookup, CompanySamples.Company("comp_9"));
        var result = await ShowAsync(new KeyLookup("acme"));

        result.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Company(Production.Id, "comp_9"), Navigation.Uri, StringComparison.Ordinal)
        );
        Assert.Equal(3, Asked(Lookup).Count);
    }

    [Fact]
    public async Task Several_matches_say_by_which_key()
    {
        Api.On(
            Lookup,
            static request =>
                request.Parameters[0].Name == "keys[id]"
                    ? FakeApi.Error(HttpStatusCode.NotFound, "None.")
                    : FakeApi.Data(CompanySamples.Company($"comp_{request.Parameters[0].Name[5..^1]}"))
        );
        var result = await ShowAsync(new KeyLookup("acme"));

        result.WaitForAssertion(() =>
            Assert.Equal(
                ["by crm_id", "by domain"],
                result.FindAll(".lookup-matches .muted").Select(static names => names.TextContent)
            )
        );
        Assert.Equal("2 companies", result.Find(".panel-header strong").TextContent);
    }

    [Theory]
    [InlineData("domain", "No company has this domain")]
    [InlineData(null, "No company has this value in any key")]
    public async Task None_leads_to_a_search_and_to_creating_one(string? name, string title)
    {
        Api.OnError(Lookup, HttpStatusCode.NotFound, "None.");
        var result = await ShowAsync(new KeyLookup("acme.com", name));

        result.WaitForAssertion(() => Assert.Equal(title, result.Find(".state-title").TextContent));
        Assert.Equal(["crm_id", "domain"], result.FindAll(".key-name").Select(static key => key.TextContent));
        Assert.Equal(
            ["/search/acme.com", "/create/acme.com", "/list"],
            result.FindAll(".state-actions a").Select(static link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task A_failure_can_be_tried_again_or_dismissed()
    {
        Api.OnError(Lookup, HttpStatusCode.InternalServerError, "The store is away.");
        var result = await ShowAsync(new KeyLookup("acme.com", "domain"));
        result.WaitForAssertion(() => Assert.Contains("The store is away.", result.Markup, StringComparison.Ordinal));
        Assert.Equal("/list", result.Find(".state-actions a").GetAttribute("href"));

        Api.OnData(Lookup, CompanySamples.Company("comp_9"));
        Button(result, "Try again").Click();

        result.WaitForAssertion(() => Assert.EndsWith("/comp_9", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_as_long_as_it_may_be_is_shown_by_its_beginning()
    {
        Api.OnSilence(Lookup);
        var result = await ShowAsync(new KeyLookup(new string('x', 4_096), "domain"));

        Assert.Equal($"{new string('x', 120)}…", result.Find(".long-text").TextContent);
    }

    private async Task<IRenderedComponent<LookupResult>> ShowAsync(KeyLookup? lookup)
    {
        await EnterAsync();
        return Render<LookupResult>(parameters =>
            parameters
                .Add(static result => result.Type, EntityType.Company)
                .Add(static result => result.EnvironmentId, Production.Id)
                .Add(static result => result.Lookup, lookup)
                .Add(static result => result.DismissUrl, "/list")
                .Add(static result => result.SearchUrl, static sought => $"/search/{sought.Value}")
                .Add(static result => result.CreateUrl, static sought => $"/create/{sought.Value}")
        );
    }
}

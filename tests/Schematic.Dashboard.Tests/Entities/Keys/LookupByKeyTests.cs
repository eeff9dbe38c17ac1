using System.Net;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities.Keys;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Entities.Keys;

public sealed class LookupByKeyTests : PageContext
{
    private const string Names = "GET /entity-key-definitions";

    public LookupByKeyTests() =>
        Api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>(
            Names,
            [CompanySamples.KeyDefinition("domain"), CompanySamples.KeyDefinition("crm_id")]
        );

    [Fact]
    public async Task Every_key_there_is_can_be_chosen()
    {
        var form = await ShowAsync(null);

        form.WaitForAssertion(() =>
            Assert.Equal(
                ["Any key", "crm_id", "domain"],
                form.FindAll("option").Select(static option => option.TextContent)
            )
        );
    }

    [Fact]
    public async Task A_key_that_the_address_names_can_be_chosen_even_when_nobody_has_it()
    {
        var form = await ShowAsync(new KeyLookup("x", "slug"));

        form.WaitForAssertion(() => Assert.Equal(4, form.FindAll("option").Count));
        Assert.Equal("slug", form.Find("select").GetAttribute("value"));
        Assert.Equal("x", form.Find("input").GetAttribute("value"));
    }

    [Theory]
    [InlineData(" acme.com ", "", "/list?lookup=acme.com")]
    [InlineData("acme.com", "domain", "/list?lookup=acme.com&lookup_key=domain")]
    [InlineData("  ", "domain", "/list")]
    public async Task What_is_looked_for_goes_into_the_address(string value, string name, string url)
    {
        var form = await ShowAsync(null);
        form.WaitForAssertion(() => Assert.Equal(3, form.FindAll("option").Count));

        form.Find("select").Change(name);
        form.Find("input").Change(value);
        form.Find("form").Submit();

        Assert.EndsWith(url, Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_being_typed_is_not_undone_by_a_render()
    {
        var form = await ShowAsync(null);
        form.Find("input").Change("acme");

        form.Render(static parameters => parameters.Add(static form => form.Lookup, null));

        Assert.Equal("acme", form.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task Dismissing_a_look_up_empties_the_form()
    {
        var form = await ShowAsync(new KeyLookup("x", "domain"));

        form.Render(static parameters => parameters.Add(static form => form.Lookup, null));

        Assert.Equal("", form.Find("input").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Without_the_names_of_keys_one_can_still_try_them_all()
    {
        Api.OnError(Names, HttpStatusCode.InternalServerError, "The store is away.");
        var form = await ShowAsync(null);

        form.Find("input").Change("acme");
        form.Find("form").Submit();

        Assert.EndsWith("/list?lookup=acme", Navigation.Uri, StringComparison.Ordinal);
        Assert.Single(form.FindAll("option"));
    }

    private async Task<IRenderedComponent<LookupByKey>> ShowAsync(KeyLookup? lookup)
    {
        await EnterAsync();
        return Render<LookupByKey>(parameters =>
            parameters
                .Add(static form => form.Type, EntityType.Company)
                .Add(static form => form.Lookup, lookup)
                .Add(static form => form.UrlFor, UrlFor)
        );
    }

    private static string UrlFor(KeyLookup? lookup)
    {
        var url = new UrlWriter();
        KeyLookup.Write(url, lookup);
        return $"/list{url}";
    }
}

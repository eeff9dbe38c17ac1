using System.Net;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Search;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class SubjectPickerTests : PageContext
{
    private readonly List<(string Key, string Value)> _told = [];

    public SubjectPickerTests() =>
        Api.OnData<IReadOnlyList<SearchHitResponseData>>(
                "GET /search",
                [
                    new()
                    {
                        Kind = SearchKind.Company,
                        Id = "comp_9",
                        Name = "Globex",
                        Key = "acme.com",
                        MatchedKeys = ["alias"],
                    },
                ]
            )
            .OnData<IReadOnlyList<CompanyDetailResponseData>>("GET /companies", [CompanySamples.Company()])
            .OnData("GET /companies/lookup", CompanySamples.Company());

    [Theory]
    [InlineData(EntityType.Company, "Company optional", "check-company")]
    [InlineData(EntityType.User, "User optional", "check-user")]
    public async Task It_says_what_it_asks_for(EntityType type, string label, string id)
    {
        var picker = await RenderAsync(type, EntityApi.IdKey, "");

        Assert.Equal(label, picker.Find("label").TextContent);
        Assert.Equal((id, id), (picker.Find("label").GetAttribute("for"), picker.Find("input").Id));
    }

    [Fact]
    public async Task Who_has_the_text_as_a_key_is_offered_first_and_marked()
    {
        var picker = await RenderAsync(EntityType.Company, EntityApi.IdKey, "");
        picker.Find("input").Input("acme.com");
        Clock.Advance(TimeSpan.FromMilliseconds(120));

        var options = picker.WaitForElements("[role=option]", 2);
        Assert.StartsWith("Globex Exact: alias", Words(options[0]));
        Assert.StartsWith("Acme", Words(options[1]));
        options[0].Click();
        Assert.Equal([(SubjectPicker.AnyKey, "acme.com"), ("id", "comp_9")], _told);
    }

    [Fact]
    public async Task Who_the_address_names_is_shown_by_name()
    {
        var picker = await RenderAsync(EntityType.Company, "domain", "acme.com");

        picker.WaitForAssertion(() => Assert.Equal("Acme", picker.Find("input").GetAttribute("value")));
    }

    [Fact]
    public async Task Whom_nobody_knows_is_shown_as_the_address_names_them()
    {
        Api.OnError("GET /companies/lookup", HttpStatusCode.NotFound, "None.");
        var picker = await RenderAsync(EntityType.Company, "domain", "gone.com");

        picker.WaitForAssertion(() => Assert.Equal("domain=gone.com", picker.Find("input").GetAttribute("value")));
    }

    private async Task<IRenderedComponent<SubjectPicker>> RenderAsync(EntityType type, string key, string value)
    {
        await EnterAsync();
        return Render<SubjectPicker>(parameters =>
            parameters
                .Add(static picker => picker.Type, type)
                .Add(static picker => picker.Key, key)
                .Add(static picker => picker.Value, value)
                .Add(static picker => picker.Changed, _told.Add)
        );
    }
}

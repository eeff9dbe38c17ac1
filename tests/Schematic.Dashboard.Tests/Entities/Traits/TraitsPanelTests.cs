using System.Text.Json;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Entities.Traits;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Entities.Traits;

public sealed class TraitsPanelTests : PageContext
{
    private const string Get = "GET /companies/comp_1";
    private const string Upsert = "POST /companies";

    private static readonly CompanyDetailResponseData Company = CompanySamples.Company() with
    {
        EntityTraits =
        [
            CompanySamples.Trait(TraitType.Number, "25", "seats"),
            CompanySamples.Trait(TraitType.Boolean, "true", "enterprise"),
            CompanySamples.Trait(TraitType.Date, "2026-12-31", "trial_ends"),
            CompanySamples.Trait(TraitType.String, "Zürich", "address", "city"),
        ],
    };

    private Entity? _changed;

    public TraitsPanelTests() =>
        Api.OnData(Get, Company)
            .OnData(Upsert, Company)
            .OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>(
                "GET /entity-trait-definitions",
                [
                    CompanySamples.Definition(TraitType.Number, "seats"),
                    CompanySamples.Definition(TraitType.Date, "renewal"),
                ]
            );

    [Fact]
    public async Task Traits_are_shown_by_name_nested_ones_with_dots()
    {
        var panel = await RenderAsync();

        Assert.Equal(
            ["address.city", "enterprise", "seats", "trial_ends"],
            panel.FindAll(".fact-name").Select(static name => name.TextContent)
        );
        Assert.Equal(
            ["Zürich", "True", "25", "31 Dec 2026"],
            panel.FindAll(".fact-value").Select(static value => value.TextContent.Trim())
        );
    }

    [Fact]
    public async Task Only_the_changed_trait_is_sent_and_last_seen_stays()
    {
        var panel = await RenderAsync();
        Button(panel, "Change the trait seats").Click();

        panel.Find(".edit input.input").Change("30.0");
        await panel.Find(".edit").SubmitAsync();

        var body = Sent();
        Assert.Equal("""{"seats":30.0}""", body.GetProperty("traits").GetRawText());
        Assert.Equal("comp_1", body.GetProperty("id").GetString());
        Assert.Equal("{}", body.GetProperty("keys").GetRawText());
        Assert.Equal(Company.LastSeenAt, body.GetProperty("last_seen_at").GetDateTimeOffset());
        Assert.NotNull(_changed);
        Assert.Empty(panel.FindAll(".edit"));
    }

    [Theory]
    [InlineData("address.city", "textarea", "", """{"address":{"city":""}}""")]
    [InlineData("trial_ends", "input[type=date]", "2027-01-31", """{"trial_ends":"2027-01-31"}""")]
    [InlineData("trial_ends", "input[type=time]", "13:30", """{"trial_ends":"2026-12-31T13:30:00Z"}""")]
    [InlineData("enterprise", "input[type=checkbox]", false, """{"enterprise":false}""")]
    public async Task A_value_is_sent_as_its_type(string trait, string input, object value, string traits)
    {
        var panel = await RenderAsync();
        Button(panel, $"Change the trait {trait}").Click();

        panel.Find($".edit {input}").Change(value);
        await panel.Find(".edit").SubmitAsync();

        Assert.Equal(traits, Sent().GetProperty("traits").GetRawText());
    }

    [Theory]
    [InlineData("twelve")]
    [InlineData("1,000")]
    [InlineData("1e999")]
    [InlineData("")]
    public async Task What_is_no_number_is_refused_beside_the_field(string text)
    {
        var panel = await RenderAsync();
        Button(panel, "Change the trait seats").Click();

        panel.Find(".edit input.input").Change(text);
        await panel.Find(".edit").SubmitAsync();

        Assert.Equal("Enter a number, like 12 or 12.50.", panel.Find(".edit .field-error").TextContent);
        Assert.Empty(Asked(Upsert));
    }

    [Fact]
    public async Task A_value_someone_else_changed_is_not_overwritten_silently()
    {
        var panel = await RenderAsync();
        Button(panel, "Change the trait seats").Click();
        Theirs("99");
        panel.Find(".edit input.input").Change("30");

        await panel.Find(".edit").SubmitAsync();

        Assert.Equal(["25", "99", "30"], panel.FindAll(".stale dd").Select(static value => value.TextContent.Trim()));
        Assert.Empty(Asked(Upsert));

        await Button(panel, "Save mine").ClickAsync(new());

        Assert.Equal("""{"seats":30}""", Sent().GetProperty("traits").GetRawText());
    }

    [Fact]
    public async Task Giving_way_shows_what_the_other_wrote()
    {
        var panel = await RenderAsync();
        Button(panel, "Change the trait seats").Click();
        Theirs("99");
        panel.Find(".edit input.input").Change("30");
        await panel.Find(".edit").SubmitAsync();

        await Button(panel, "Keep theirs").ClickAsync(new());

        Assert.Empty(Asked(Upsert));
        Assert.Equal("99", _changed!.Traits.Single(static trait => trait.DefinitionId == "trdf_seats").Value);
    }

    [Fact]
    public async Task A_double_click_writes_once()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Api.On(Upsert, (_, _) => answer.Task);
        var panel = await RenderAsync();
        Button(panel, "Change the trait seats").Click();
        panel.Find(".edit input.input").Change("30");

        var first = panel.Find(".edit").SubmitAsync();
        var second = panel.Find(".edit").SubmitAsync();
        answer.SetResult(FakeApi.Data(Company));
        await Task.WhenAll(first, second);

        Assert.Single(Asked(Upsert));
    }

    [Fact]
    public async Task A_failed_save_keeps_what_was_entered()
    {
        Api.On(Upsert, static (_, _) => Task.FromException<HttpResponseMessage>(new HttpRequestException("Refused")));
        var panel = await RenderAsync();
        Button(panel, "Change the trait seats").Click();
        panel.Find(".edit input.input").Change("30");

        await panel.Find(".edit").SubmitAsync();

        Assert.Contains("could not be reached", panel.Find(".edit [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("30", panel.Find(".edit input.input").GetAttribute("value"));
    }

    [Fact]
    public async Task Removing_a_nested_trait_sends_null_at_its_place()
    {
        var panel = await RenderAsync();
        Button(panel, "Remove the trait address.city").Click();

        await panel.Find(".edit").SubmitAsync();

        Assert.Equal("""{"address":{"city":null}}""", Sent().GetProperty("traits").GetRawText());
    }

    [Fact]
    public async Task A_known_trait_brings_its_type()
    {
        var panel = await RenderAsync();
        Button(panel, "Add a trait").Click();
        panel.WaitForAssertion(() => Assert.Single(panel.FindAll(".edit datalist option")));

        Input(panel, "Name").Change("renewal");

        Assert.True(Input(panel, "Type").HasAttribute("disabled"));
        Assert.NotNull(panel.Find(".edit input[type=date]"));
    }

    [Theory]
    [InlineData("seats", "This trait exists already. Change it instead.")]
    [InlineData("address", "address.city stands at the same place. Remove it first.")]
    [InlineData("a..b", "A dot separates nested names: put a name on both sides.")]
    [InlineData("", "Name the trait.")]
    public async Task A_new_trait_must_not_push_another_away(string name, string problem)
    {
        var panel = await RenderAsync();
        Button(panel, "Add a trait").Click();
        Input(panel, "Name").Change(name);

        await panel.Find(".edit").SubmitAsync();

        Assert.Contains(panel.FindAll(".edit .field-error"), error => error.TextContent == problem);
        Assert.Empty(Asked(Upsert));
    }

    [Fact]
    public async Task Two_hundred_traits_are_few_at_first_and_can_be_searched()
    {
        var panel = await RenderAsync(
            Company with
            {
                EntityTraits =
                [
                    .. Enumerable
                        .Range(0, 200)
                        .Select(static number =>
                            CompanySamples.Trait(TraitType.String, $"value {number}", $"trait_{number:000}")
                        ),
                ],
            }
        );
        Assert.Equal(12, panel.FindAll(".fact").Count);

        panel.Find(".facts-filter").Input("value 137");

        Assert.Equal("trait_137", Assert.Single(panel.FindAll(".fact-name")).TextContent);
    }

    private async Task<IRenderedComponent<TraitsPanel>> RenderAsync(CompanyDetailResponseData? company = null)
    {
        await EnterAsync();
        return Render<TraitsPanel>(panel =>
            panel
                .Add(static panel => panel.Entity, Entity.FromContract(company ?? Company))
                .Add(static panel => panel.Changed, entity => _changed = entity)
        );
    }

    private void Theirs(string seats) =>
        Api.OnData(
            Get,
            Company with
            {
                EntityTraits =
                [
                    CompanySamples.Trait(TraitType.Number, seats, "seats"),
                    .. Company.EntityTraits.Skip(1),
                ],
            }
        );

    private JsonElement Sent() => JsonElement.Parse(Assert.Single(Asked(Upsert)).Body!);
}

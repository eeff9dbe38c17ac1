using System.Net;
using System.Text.Json;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Entities.Keys;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Dashboard.Tests.Users;

namespace Schematic.Dashboard.Tests.Entities.Keys;

public sealed class KeysPanelTests : PageContext
{
    private static readonly Schematic.Contracts.Companies.CompanyDetailResponseData Company =
        CompanySamples.Company() with
        {
            Keys = [CompanySamples.Key("domain", "acme.com"), CompanySamples.Key("crm_id", "42")],
        };

    private Entity? _changed;

    public KeysPanelTests() =>
        Api.OnData("GET /companies/comp_1", Company)
            .OnData("POST /companies", Company)
            .OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>("GET /entity-key-definitions", []);

    [Fact]
    public async Task Changing_a_key_sends_only_that_key()
    {
        var panel = await RenderAsync(Entity.FromContract(Company));
        Button(panel, "Change the key domain").Click();
        panel.Find(".edit input.input").Change(" acme.io ");

        await panel.Find(".edit").SubmitAsync();

        var body = JsonElement.Parse(Assert.Single(Asked("POST /companies")).Body!);
        Assert.Equal("""{"domain":"acme.io"}""", body.GetProperty("keys").GetRawText());
        Assert.Equal("comp_1", body.GetProperty("id").GetString());
        Assert.False(body.TryGetProperty("traits", out _));
        Assert.NotNull(_changed);
    }

    [Fact]
    public async Task Removing_a_key_names_it_and_leaves_the_others()
    {
        var panel = await RenderAsync(Entity.FromContract(Company));
        Button(panel, "Remove the key crm_id").Click();

        await panel.Find(".edit").SubmitAsync();

        var body = JsonElement.Parse(Assert.Single(Asked("POST /companies")).Body!);
        Assert.Equal("""["crm_id"]""", body.GetProperty("remove_keys").GetRawText());
        Assert.Equal("{}", body.GetProperty("keys").GetRawText());
    }

    [Fact]
    public async Task Among_sixty_keys_one_is_found_by_its_name_or_value()
    {
        var panel = await RenderAsync(
            Entity.FromContract(
                Company with
                {
                    Keys = [.. Enumerable.Range(1, 60).Select(n => CompanySamples.Key($"key_{n}", $"value-{n}"))],
                }
            )
        );
        Assert.Equal(12, panel.FindAll(".fact").Count);

        await panel.Find("input[type=search]").InputAsync("VALUE-57");
        Assert.Equal("key_57", Assert.Single(panel.FindAll(".fact-name")).TextContent);

        await panel.Find("input[type=search]").InputAsync("nowhere");
        Assert.Empty(panel.FindAll(".fact"));
        Assert.Contains("No key has this in its name or value.", panel.Markup, StringComparison.Ordinal);

        await panel.Find("input[type=search]").InputAsync("");
        Button(panel, "Show 48 more").Click();
        Assert.Equal(60, panel.FindAll(".fact").Count);
    }

    [Fact]
    public async Task The_last_key_cannot_be_removed()
    {
        var panel = await RenderAsync(Entity.FromContract(CompanySamples.Company()));

        Assert.True(Button(panel, "Remove the key domain").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_key_that_belongs_to_another_says_to_whom_beside_the_field()
    {
        Api.OnError(
                "POST /companies",
                HttpStatusCode.Conflict,
                "These keys name different companies: comp_1 and comp_2."
            )
            .OnData("GET /companies/lookup", CompanySamples.Company("comp_2", "Zenith"));
        var panel = await RenderAsync(Entity.FromContract(Company));
        Button(panel, "Change the key domain").Click();
        panel.Find(".edit input.input").Change("zenith.com");

        await panel.Find(".edit").SubmitAsync();

        Assert.Equal("This domain belongs to Zenith comp_2 .", Words(panel.Find(".edit .field-error")));
        Assert.Equal(
            DashboardUrls.Company(Production.Id, "comp_2"),
            panel.Find(".edit .field-error a").GetAttribute("href")
        );
        Assert.Equal("zenith.com", panel.Find(".edit input.input").GetAttribute("value"));
        Assert.Null(_changed);
    }

    [Fact]
    public async Task A_key_someone_else_changed_is_not_overwritten_silently()
    {
        Api.OnData(
            "GET /companies/comp_1",
            Company with
            {
                Keys = [CompanySamples.Key("domain", "acme.org"), Company.Keys[1]],
            }
        );
        var panel = await RenderAsync(Entity.FromContract(Company));
        Button(panel, "Change the key domain").Click();
        panel.Find(".edit input.input").Change("acme.io");

        await panel.Find(".edit").SubmitAsync();

        Assert.Equal(
            ["acme.com", "acme.org", "acme.io"],
            panel.FindAll(".stale dd").Select(static value => value.TextContent.Trim())
        );
        Assert.Empty(Asked("POST /companies"));
    }

    [Theory]
    [InlineData("id", "1", "\"id\" is the Schematic id. Use another name.")]
    [InlineData("domain", "1", "This key exists already. Change it instead.")]
    [InlineData("", "1", "Name the key, like domain.")]
    [InlineData("slug", " ", "Enter the value.")]
    public async Task A_key_that_cannot_be_is_refused_beside_the_field(string name, string value, string problem)
    {
        var panel = await RenderAsync(Entity.FromContract(Company));
        Button(panel, "Add a key").Click();
        Input(panel, "Name").Change(name);
        Input(panel, "Value").Change(value);

        await panel.Find(".edit").SubmitAsync();

        Assert.Equal(problem, Assert.Single(panel.FindAll(".edit .field-error")).TextContent);
        Assert.Empty(Asked("POST /companies"));
    }

    [Fact]
    public async Task An_example_of_a_key_is_one_such_an_entity_often_has()
    {
        var companies = await RenderAsync(Entity.FromContract(Company));
        var users = await RenderAsync(Entity.FromContract(UserSamples.User()));

        Button(companies, "Add a key").Click();
        Button(users, "Add a key").Click();

        Assert.Equal("domain", Input(companies, "Name").GetAttribute("placeholder"));
        Assert.Equal("email", Input(users, "Name").GetAttribute("placeholder"));
    }

    [Fact]
    public async Task Users_are_edited_by_the_same_panel()
    {
        var user = UserSamples.User();
        Api.OnData($"GET /users/{user.Id}", user).OnData("POST /users", user);
        var panel = await RenderAsync(Entity.FromContract(user));
        Button(panel, "Add a key").Click();
        Input(panel, "Name").Change("slug");
        Input(panel, "Value").Change("ada");

        await panel.Find(".edit").SubmitAsync();

        Assert.Equal(
            """{"slug":"ada"}""",
            JsonElement.Parse(Assert.Single(Asked("POST /users")).Body!).GetProperty("keys").GetRawText()
        );
    }

    private async Task<IRenderedComponent<KeysPanel>> RenderAsync(Entity entity)
    {
        await EnterAsync();
        return Render<KeysPanel>(panel =>
            panel
                .Add(static panel => panel.Entity, entity)
                .Add(static panel => panel.Changed, changed => _changed = changed)
        );
    }
}

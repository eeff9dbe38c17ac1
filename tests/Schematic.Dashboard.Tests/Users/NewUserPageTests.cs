using System.Net;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Dashboard.Users;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Users;

public sealed class NewUserPageTests : PageContext
{
    private const string Create = "POST /users/create";

    public NewUserPageTests()
    {
        Api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>("GET /entity-key-definitions", []);
        Api.OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>("GET /entity-trait-definitions", []);
        Api.OnData("GET /companies/comp_1", UserSamples.Company("comp_1", "Acme"));
    }

    [Fact]
    public async Task The_key_looked_for_in_vain_and_the_company_are_there_already()
    {
        Api.On(Create, static _ => FakeApi.Data(UserSamples.User(), HttpStatusCode.Created));
        var page = await OpenAsync(
            new NewUserQuery
            {
                Entity = new() { Key = "email", Value = "ada@example.com" },
                CompanyId = "comp_1",
            }
        );
        page.WaitForAssertion(() =>
            Assert.Contains("Acme", page.Find(".chosen").TextContent, StringComparison.Ordinal)
        );

        page.Find("form").Submit();

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.User(Production.Id, "user_1"), Navigation.Uri, StringComparison.Ordinal)
        );
        var body = Assert.Single(Asked(Create)).Body!;
        Assert.Contains("\"keys\":{\"email\":\"ada@example.com\"}", body, StringComparison.Ordinal);
        Assert.Contains("\"company_id\":\"comp_1\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"name\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_of_a_key_is_one_that_users_have()
    {
        var page = await OpenAsync();

        Assert.Equal("email", Input(page, "Key").GetAttribute("placeholder"));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_sent()
    {
        var page = await OpenAsync();

        page.Find("form").Submit();

        Assert.NotEmpty(page.FindAll(".field-error"));
        Assert.Empty(Asked(Create));
    }

    [Fact]
    public async Task A_key_that_belongs_to_another_names_its_owner_and_keeps_what_was_typed()
    {
        Api.OnError(Create, HttpStatusCode.Conflict, "The key email belongs to user_1.")
            .OnData("GET /users/lookup", UserSamples.User());
        var page = await OpenAsync(
            new NewUserQuery
            {
                Entity = new() { Key = "email", Value = "ada@example.com" },
            }
        );

        page.Find("form").Submit();

        page.WaitForAssertion(() =>
            Assert.Contains("belongs to", page.Find(".row-note").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(DashboardUrls.User(Production.Id, "user_1"), page.Find(".row-note a").GetAttribute("href"));
        Assert.Equal("ada@example.com", Input(page, "Value").GetAttribute("value"));
    }

    private Task<IRenderedComponent<NewUserPage>> OpenAsync(NewUserQuery? query = null) =>
        OpenAsync<NewUserPage>(DashboardUrls.NewUser(Production.Id, query));
}

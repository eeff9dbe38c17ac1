using System.Net;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Dashboard.Tests.Users;

namespace Schematic.Dashboard.Tests.Companies;

public sealed class CompanyPageTests : PageContext
{
    private const string Get = "GET /companies/comp_1";

    public CompanyPageTests() =>
        Api.OnData(Get, CompanySamples.Company() with { UserCount = 1 })
            .OnData<IReadOnlyList<UserDetailResponseData>>(
                "GET /users",
                [UserSamples.User("user_1", "Ada", UserSamples.Membership("comp_1", "Acme"))]
            )
            .OnData("GET /users/count", new CountResponse { Count = 1 })
            .OnData<IReadOnlyList<FeatureUsageResponseData>>("GET /feature-usage", [])
            .OnData<IReadOnlyList<CompanyOverrideResponseData>>("GET /company-overrides", []);

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(Get);
        var page = await OpenAsync();

        Assert.NotEmpty(page.FindAll(".detail .skeleton"));
        Assert.Empty(page.FindAll(".page-header-actions button"));
    }

    [Fact]
    public async Task A_company_says_who_it_is_and_who_belongs_to_it()
    {
        var page = await OpenAsync(DashboardUrls.UsersTab);

        page.WaitForAssertion(() => Assert.Equal("Acme", page.Find("h1").TextContent));
        Assert.Equal("1 user Last seen", Words(page.Find(".header-facts"))[..16]);
        page.WaitForAssertion(() =>
            Assert.Equal(
                DashboardUrls.User(Production.Id, "user_1"),
                page.Find("tbody .grid-primary a").GetAttribute("href")
            )
        );
        Assert.Contains(("company_id", "comp_1"), Assert.Single(Asked("GET /users")).Parameters);
    }

    [Fact]
    public async Task An_id_that_is_not_in_this_environment_is_no_failure()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no company comp_1 in this environment.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "There is no such company in Production",
                page.Find(".state").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(DashboardUrls.Companies(Production.Id), page.Find(".state a").GetAttribute("href"));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(Get, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );

        Api.OnData(Get, CompanySamples.Company());
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("Acme", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task Deleting_says_what_goes_and_asks_for_the_name()
    {
        Api.OnData("DELETE /companies/comp_1", new DeleteResponse { Deleted = true });
        var page = await OpenAsync();
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Button(page, "Delete"));
        Button(page, "Delete").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Contains(
                "1 key, 0 traits and 1 membership",
                dialogs.Find(".dialog-text").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.True(Button(dialogs, "Delete company").HasAttribute("disabled"));

        dialogs.Find(".dialog-form input.input").Input("Acme");
        await dialogs.Find(".dialog-form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Companies(Production.Id), Navigation.Uri, StringComparison.Ordinal)
        );
        Assert.Single(Asked("DELETE /companies/comp_1"));
    }

    [Fact]
    public async Task Removing_a_user_ends_the_membership_and_nothing_else()
    {
        var membership = UserSamples.Membership("comp_1", "Acme").Id;
        Api.OnData($"DELETE /company-memberships/{membership}", new DeleteResponse { Deleted = true });
        var page = await OpenAsync(DashboardUrls.UsersTab);
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Button(page, "Remove Ada from this company"));
        Button(page, "Remove Ada from this company").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Remove user"));

        await dialogs.Find(".dialog-form").SubmitAsync();

        Assert.Single(Asked($"DELETE /company-memberships/{membership}"));
        page.WaitForAssertion(() => Assert.Equal(2, Asked(Get).Count));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no-such-tab")]
    public async Task It_opens_with_what_the_company_may_use(string? tab)
    {
        var page = await OpenAsync(tab);

        page.WaitForAssertion(() => Assert.Equal("No plan", page.Find(".state-title").TextContent));
        Assert.Equal("Entitlements", page.Find(".tab[aria-current]").TextContent.Trim());
        Assert.Empty(Asked("GET /users"));
        Assert.Contains(("company_id", "comp_1"), Assert.Single(Asked("GET /feature-usage")).Parameters);
    }

    private Task<IRenderedComponent<CompanyPage>> OpenAsync(string? tab = null) =>
        OpenAsync<CompanyPage>(
            DashboardUrls.Company(Production.Id, "comp_1", tab),
            page => page.Add(static page => page.CompanyId, "comp_1").Add(static page => page.Tab, tab)
        );
}

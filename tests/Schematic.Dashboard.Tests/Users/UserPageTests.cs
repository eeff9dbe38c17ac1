using System.Net;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Dashboard.Users;

namespace Schematic.Dashboard.Tests.Users;

public sealed class UserPageTests : PageContext
{
    private const string Get = "GET /users/user_1";

    [Fact]
    public async Task While_loading_there_is_a_heading_and_nothing_to_press()
    {
        Api.OnSilence(Get);
        var page = await OpenAsync();

        Assert.Equal("User", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("button"));
        Assert.NotNull(page.Find("[aria-busy=true]"));
    }

    [Fact]
    public async Task A_user_that_is_gone_leads_back_to_the_list()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no user \"user_1\".");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "There is no such user in Production",
                page.Find(".state").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(DashboardUrls.Users(Production.Id), page.Find(".state-actions a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_failure_says_why_and_can_be_tried_again()
    {
        Api.OnError(Get, HttpStatusCode.Forbidden, "You may not see users.");
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("You may not see users.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );

        Answer(UserSamples.User());
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("Ada", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task The_page_says_who_it_is()
    {
        Answer(
            UserSamples.User(
                "user_1",
                "Ada",
                UserSamples.Membership("comp_2", "Zenith"),
                UserSamples.Membership("comp_1", "acme")
            )
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("Ada", page.Find("h1").TextContent));
        Assert.Equal("2", page.Find(".tab-count").TextContent);
        Assert.Equal(["acme", "Zenith"], page.FindAll(".grid-primary a").Select(static link => link.TextContent));
        Assert.Contains("user_1@example.com", page.Find(".rail-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_in_no_company_says_so()
    {
        Answer(UserSamples.User());
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No companies", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Removing_from_a_company_asks_and_loads_anew()
    {
        Answer(UserSamples.User("user_1", "Ada", UserSamples.Membership("comp_1", "Acme")));
        Api.OnData("DELETE /company-memberships/cmpu_comp_1", new DeleteResponse { Deleted = true });
        var dialogs = RenderDialogs();
        var page = await OpenAsync();
        page.WaitForElement("[aria-label='Remove from Acme']").Click();
        Assert.Empty(Asked("DELETE /company-memberships/cmpu_comp_1"));
        Answer(UserSamples.User());

        dialogs.WaitForElement("form").Submit();

        page.WaitForAssertion(() =>
            Assert.Contains("No companies", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.Single(Asked("DELETE /company-memberships/cmpu_comp_1"));
    }

    [Fact]
    public async Task A_company_is_found_and_added_and_one_already_there_cannot_be_chosen()
    {
        Answer(UserSamples.User("user_1", "Ada", UserSamples.Membership("comp_1", "Acme")));
        Api.OnData<IReadOnlyList<CompanyDetailResponseData>>(
            "GET /companies",
            [UserSamples.Company("comp_1", "Acme"), UserSamples.Company("comp_2", "Zenith")]
        );
        Api.OnData("POST /company-memberships", UserSamples.Membership("comp_2", "Zenith"));
        var dialogs = RenderDialogs();
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".grid-primary")));
        Button(page, "Add to company").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Equal(["Acme Member", "Zenith Add"], dialogs.FindAll(".picker li").Select(Words))
        );

        dialogs.Find(".picker button").Click();

        page.WaitForAssertion(() => Assert.Equal("Ada was added to Zenith.", Assert.Single(Toaster.Toasts).Text));
        Assert.Contains(
            "\"company_id\":\"comp_2\"",
            Assert.Single(Asked("POST /company-memberships")).Body!,
            StringComparison.Ordinal
        );
        page.WaitForAssertion(() => Assert.Equal(2, Asked(Get).Count));
    }

    [Fact]
    public async Task Deleting_says_what_goes_with_it_and_leads_to_the_list()
    {
        Answer(UserSamples.User("user_1", "Ada", UserSamples.Membership("comp_1", "Acme")));
        Api.OnData("DELETE /users/user_1", new DeleteResponse { Deleted = true });
        var dialogs = RenderDialogs();
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".grid-primary")));
        Button(page, "Delete").Click();

        Assert.Contains(
            "1 key, 0 traits and 1 membership",
            dialogs.WaitForElement(".dialog-text").TextContent,
            StringComparison.Ordinal
        );
        dialogs.Find("form input").Input("Ada");
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Users(Production.Id), Navigation.Uri, StringComparison.Ordinal)
        );
        Assert.Single(Asked("DELETE /users/user_1"));
    }

    private Task<IRenderedComponent<UserPage>> OpenAsync() =>
        OpenAsync<UserPage>(
            DashboardUrls.User(Production.Id, "user_1"),
            static parameters => parameters.Add(static page => page.UserId, "user_1")
        );

    private void Answer(UserDetailResponseData user) => Api.OnData(Get, user);
}

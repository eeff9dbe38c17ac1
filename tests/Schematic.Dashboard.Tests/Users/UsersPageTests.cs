using System.Net;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Search;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Dashboard.Users;

namespace Schematic.Dashboard.Tests.Users;

public sealed class UsersPageTests : PageContext
{
    private const string List = "GET /users";
    private const string Count = "GET /users/count";

    public UsersPageTests() =>
        Api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>("GET /entity-key-definitions", [])
            .OnData<IReadOnlyList<SearchHitResponseData>>("GET /search", []);

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(List).OnSilence(Count);
        var page = await OpenAsync();

        Assert.NotEmpty(page.FindAll(".grid-skeleton"));
        Assert.Empty(page.FindAll(".state"));
    }

    [Fact]
    public async Task A_failure_is_no_empty_list_and_can_be_tried_again()
    {
        Api.OnError(List, HttpStatusCode.Forbidden, "You may not see users.")
            .OnData(Count, new CountResponse { Count = 0 });
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("You may not see users.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("No users", page.Markup, StringComparison.Ordinal);

        Answer(UserSamples.User());
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Fact]
    public async Task While_the_api_is_away_the_page_waits_for_it()
    {
        Api.On(List, static (_, _) => Task.FromException<HttpResponseMessage>(new HttpRequestException("Refused")))
            .OnData(Count, new CountResponse { Count = 1 });
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(
                "The API cannot be reached",
                page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );

        Answer(UserSamples.User());
        Clock.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Fact]
    public async Task An_environment_without_users_says_how_they_come()
    {
        Answer();
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No users yet", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(DashboardUrls.NewUser(Production.Id), page.Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_search_without_a_match_does_not_say_that_there_are_none()
    {
        Answer();
        var page = await OpenAsync(new UsersListQuery { Search = "zzz" });

        page.WaitForAssertion(() =>
            Assert.Contains("No user matches", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("No users yet", page.Markup, StringComparison.Ordinal);
        Assert.Equal(DashboardUrls.Users(Production.Id), page.Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_row_says_who_it_is_and_where_it_belongs()
    {
        Answer(
            UserSamples.User(
                "user_1",
                "Ada",
                UserSamples.Membership("comp_1", "Acme"),
                UserSamples.Membership("comp_2", null),
                UserSamples.Membership("comp_3", "Zenith")
            ) with
            {
                LastSeenAt = Clock.GetUtcNow().AddMinutes(-3),
            },
            UserSamples.User("user_2", "Grace")
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr:not(.grid-skeleton)").Count));
        Assert.Equal(
            [
                "Ada | email user_1@example.com | Acme comp_2 +1 | 3 minutes ago | 1 day ago",
                "Grace | email user_2@example.com | None | Never | 1 day ago",
            ],
            page.FindAll("tbody tr")
                .Select(static row => string.Join(" | ", row.Children.Select(static cell => Words(cell))))
        );
        Assert.Equal(DashboardUrls.User(Production.Id, "user_1"), page.Find(".grid-primary a").GetAttribute("href"));
        Assert.Contains("1–2 of 2", page.Find(".pager").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_decides_what_is_asked_for()
    {
        Answer(UserSamples.User());
        Api.OnData("GET /companies/comp_1", UserSamples.Company("comp_1", "Acme"));
        await OpenAsync(
            new UsersListQuery
            {
                Search = "R&D + 1",
                CompanyId = "comp_1",
                Page = 2,
                Size = 25,
            }
        );

        Assert.Equal(
            [("company_id", "comp_1"), ("limit", "25"), ("offset", "25"), ("q", "R&D + 1")],
            Assert.Single(Asked(List)).Parameters.OrderBy(static parameter => parameter.Name, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_company_filter_is_a_chip_by_its_name_that_can_be_taken_away()
    {
        Answer(UserSamples.User());
        Api.OnData("GET /companies/comp_1", UserSamples.Company("comp_1", "Acme"));
        var page = await OpenAsync(new UsersListQuery { CompanyId = "comp_1", Search = "ada" });

        page.WaitForAssertion(() =>
            Assert.Equal(["ada", "Acme"], page.FindAll(".chip-value").Select(static chip => chip.TextContent))
        );
        Assert.Equal(
            [
                DashboardUrls.Users(Production.Id, new UsersListQuery { CompanyId = "comp_1" }),
                DashboardUrls.Users(Production.Id, new UsersListQuery { Search = "ada" }),
            ],
            page.FindAll(".chip").Select(static chip => chip.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task A_company_that_is_gone_is_named_by_its_id()
    {
        Answer();
        Api.OnError("GET /companies/comp_9", HttpStatusCode.NotFound, "There is no company \"comp_9\".");
        var page = await OpenAsync(new UsersListQuery { CompanyId = "comp_9" });

        page.WaitForAssertion(() => Assert.Equal("comp_9", page.Find(".chip-value").TextContent));
    }

    [Fact]
    public async Task Searching_starts_at_the_first_page_and_keeps_the_rest()
    {
        Answer(UserSamples.User());
        Api.OnData("GET /companies/comp_1", UserSamples.Company("comp_1", "Acme"));
        var page = await OpenAsync(
            new UsersListQuery
            {
                CompanyId = "comp_1",
                Page = 3,
                Size = 100,
            }
        );

        WaitUntilLoaded(page);

        page.Find("input[type=search]").Change("ada");

        Assert.EndsWith(
            DashboardUrls.Users(
                Production.Id,
                new UsersListQuery
                {
                    CompanyId = "comp_1",
                    Search = "ada",
                    Size = 100,
                }
            ),
            Navigation.Uri,
            StringComparison.Ordinal
        );
        page.WaitForAssertion(() => Assert.Contains(("q", "ada"), Asked(List)[^1].Parameters));
    }

    [Fact]
    public async Task A_company_without_users_offers_to_add_one_and_to_see_all()
    {
        Answer();
        Api.OnData("GET /companies/comp_1", UserSamples.Company("comp_1", "Acme"));
        var page = await OpenAsync(new UsersListQuery { CompanyId = "comp_1" });

        page.WaitForAssertion(() =>
            Assert.Contains("This company has no users", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                DashboardUrls.NewUser(Production.Id, new NewUserQuery { CompanyId = "comp_1" }),
                DashboardUrls.Users(Production.Id),
            ],
            page.FindAll(".state a").Select(static link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task The_columns_are_those_of_the_address()
    {
        Answer(UserSamples.User());
        var page = await OpenAsync(new UsersListQuery { ShownColumns = "id,companies,last_seen" });

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".grid-skeleton")));
        Assert.Equal(
            ["Name", "Id", "Companies", "Last seen"],
            page.FindAll("th").Select(static heading => heading.TextContent.Trim())
        );
    }

    [Fact]
    public async Task A_search_in_vain_offers_to_create_a_user_with_that_key()
    {
        Answer();
        var page = await OpenAsync(new UsersListQuery { Search = "email=ada@example.com" });

        page.WaitForAssertion(() =>
            Assert.Contains(
                page.FindAll(".state a"),
                link =>
                    link.GetAttribute("href")
                    == DashboardUrls.NewUser(
                        Production.Id,
                        new NewUserQuery
                        {
                            Entity = new() { Key = "email", Value = "ada@example.com" },
                        }
                    )
            )
        );
    }

    private Task<IRenderedComponent<UsersPage>> OpenAsync(UsersListQuery? query = null) =>
        OpenAsync<UsersPage>(DashboardUrls.Users(Production.Id, query));

    private void Answer(params IReadOnlyList<UserDetailResponseData> users) =>
        Api.OnData(List, users).OnData(Count, new CountResponse { Count = users.Count });
}

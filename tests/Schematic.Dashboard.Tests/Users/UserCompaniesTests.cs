using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Dashboard.Users;

namespace Schematic.Dashboard.Tests.Users;

public sealed class UserCompaniesTests : PageContext
{
    [Fact]
    public async Task Companies_stand_in_the_order_of_their_names()
    {
        var tab = await ShowAsync(new(), Membership("comp_1", "beta"), Membership("comp_2", "Alpha"));

        Assert.Equal(["Alpha", "beta"], Names(tab));
        Assert.Equal("1–2 of 2", tab.Find(".pager-range").TextContent);
        Assert.Empty(tab.FindAll("input[type=search]"));
    }

    [Fact]
    public async Task A_company_that_the_api_left_out_is_named_by_its_id() =>
        Assert.Equal(["comp_7"], Names(await ShowAsync(new(), Membership("comp_7", null))));

    [Theory]
    [InlineData("ALPH", "Alpha")]
    [InlineData("comp_1", "beta")]
    public async Task They_are_searched_by_name_and_id(string search, string name)
    {
        var tab = await ShowAsync(
            new() { Search = search },
            Membership("comp_1", "beta"),
            Membership("comp_2", "Alpha")
        );

        Assert.Equal([name], Names(tab));
        Assert.Equal(search, tab.Find("input[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task Many_are_cut_into_pages()
    {
        var all = Enumerable.Range(1, 30).Select(static n => Membership($"comp_{n:00}", $"Company {n:00}"));
        var tab = await ShowAsync(new() { Page = 2, Size = 25 }, [.. all]);

        Assert.Equal(5, Names(tab).Count());
        Assert.Equal("26–30 of 30", tab.Find(".pager-range").TextContent);
        Assert.NotEmpty(tab.FindAll("input[type=search]"));
    }

    [Fact]
    public async Task None_that_matches_leads_to_all_of_them()
    {
        var tab = await ShowAsync(new() { Search = "zz" }, Membership("comp_1", "beta"));

        Assert.Equal("No company of this user matches", tab.Find(".state-title").TextContent);
        Assert.Equal(
            DashboardUrls.User(Production.Id, "user_1", "companies"),
            tab.Find(".state a").GetAttribute("href")
        );
    }

    [Fact]
    public async Task Without_a_company_it_says_how_one_joins() =>
        Assert.Equal("No companies", (await ShowAsync(new())).Find(".state-title").TextContent);

    private static CompanyMembershipDetailResponseData Membership(string companyId, string? name) =>
        UserSamples.Membership(companyId, name);

    private static IEnumerable<string> Names(IRenderedComponent<UserCompanies> tab) =>
        tab.FindAll("tbody .grid-primary a").Select(static link => link.TextContent);

    private async Task<IRenderedComponent<UserCompanies>> ShowAsync(
        UserCompaniesQuery query,
        params CompanyMembershipDetailResponseData[] memberships
    )
    {
        await EnterAsync();
        return Render<UserCompanies>(parameters =>
            parameters
                .Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(static tab => tab.User, UserSamples.User("user_1", "Ada", memberships))
                .Add(static tab => tab.Query, query)
        );
    }
}

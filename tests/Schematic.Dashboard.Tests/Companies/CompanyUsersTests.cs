using Bunit;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Dashboard.Tests.Users;

namespace Schematic.Dashboard.Tests.Companies;

public sealed class CompanyUsersTests : PageContext
{
    private static readonly string Url = DashboardUrls.Company("env_production", "comp_1", "users");

    [Fact]
    public async Task A_user_leads_to_its_page()
    {
        var tab = await ShowAsync(1, UserSamples.User("user_1", "Ada"));

        Assert.Equal(
            DashboardUrls.User(Production.Id, "user_1"),
            tab.Find("tbody .grid-primary a").GetAttribute("href")
        );
    }

    [Theory]
    [InlineData(25, false)]
    [InlineData(26, true)]
    public async Task A_search_over_what_fits_the_screen_would_only_be_in_the_way(int users, bool isSearchable)
    {
        var tab = await ShowAsync(users, UserSamples.User("user_1", "Ada"));

        Assert.Equal(isSearchable, tab.FindAll("input[type=search]").Count == 1);
    }

    [Fact]
    public async Task A_search_stays_on_the_tab()
    {
        var tab = await ShowAsync(26, UserSamples.User("user_1", "Ada"));

        await tab.Find("input[type=search]").ChangeAsync(new() { Value = "ada" });

        Assert.EndsWith($"{Url}?q=ada", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_user_that_matches_leads_to_all_of_them()
    {
        var tab = await ShowAsync(26, new CompanyUsersQuery { Search = "zz" });

        Assert.Equal("No user of this company matches", tab.Find(".state-title").TextContent);
        Assert.Equal(Url, tab.Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public async Task Without_a_user_it_says_how_they_come()
    {
        var tab = await ShowAsync(0);

        Assert.Equal("No users", tab.Find(".state-title").TextContent);
        Assert.NotNull(Button(tab, "Add user"));
    }

    private Task<IRenderedComponent<CompanyUsers>> ShowAsync(
        int count,
        params IReadOnlyList<UserDetailResponseData> users
    ) => ShowAsync(count, new CompanyUsersQuery(), users);

    private async Task<IRenderedComponent<CompanyUsers>> ShowAsync(
        int count,
        CompanyUsersQuery query,
        params IReadOnlyList<UserDetailResponseData> users
    )
    {
        await EnterAsync();
        Navigation.NavigateTo(Url);
        return Render<CompanyUsers>(parameters =>
            parameters
                .Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(static tab => tab.Company, CompanySamples.Company() with { UserCount = count })
                .Add(static tab => tab.Users, new RowsInMemory<UserDetailResponseData>(users, query))
                .Add(static tab => tab.Query, query)
        );
    }
}

using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Navigation;

public sealed class DashboardUrlsTests
{
    [Theory]
    [InlineData("/env/env_1/companies", "/env/env_2/companies")]
    [InlineData("/env/env_1/companies/new", "/env/env_2/companies/new")]
    [InlineData("/env/env_1/companies/comp_1", "/env/env_2/companies")]
    [InlineData("/env/env_1/companies/comp_1/users", "/env/env_2/companies")]
    [InlineData("/env/env_1/companies?q=acme&page=3", "/env/env_2/companies")]
    [InlineData("/env/env_1/users/user_1", "/env/env_2/users")]
    [InlineData("/env/env_1/users#top", "/env/env_2/users")]
    [InlineData("/env/env_1/settings/api-keys?environment=all", "/env/env_2/settings/api-keys")]
    [InlineData("/env/env_1/settings/environments", "/env/env_2/settings/environments")]
    [InlineData("/env/env_1", "/env/env_2")]
    [InlineData("/env/env_1/", "/env/env_2")]
    [InlineData("/env/env_1/companiesque", "/env/env_2")]
    [InlineData("/env/env_1/nothing/of/that/name", "/env/env_2")]
    [InlineData("/sign-in", "/env/env_2")]
    [InlineData("", "/env/env_2")]
    public void The_same_kind_of_page_opens_in_another_environment(string current, string expected) =>
        Assert.Equal(expected, DashboardUrls.InEnvironment(current, "env_2"));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/env/env_1/companies?q=a%20b#top", true)]
    [InlineData("/\u00e9", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("companies", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/a\r\nSet-Cookie: x", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("\\\\evil.example", false)]
    public void Only_an_address_of_this_console_is_returned_to(string? url, bool isLocal) =>
        Assert.Equal(isLocal, DashboardUrls.IsLocal(url));

    [Fact]
    public void An_id_from_elsewhere_stays_one_step_of_the_path() =>
        Assert.Equal("/env/a%2Fb/users/c%3Fd%23e/f%26g", DashboardUrls.User("a/b", "c?d#e", "f&g"));

    [Fact]
    public void A_list_carries_its_query() =>
        Assert.Equal(
            "/env/env_1/companies?q=acme",
            DashboardUrls.Companies("env_1", new SampleListQuery { Search = "acme" })
        );

    [Theory]
    [InlineData("/", "/sign-in")]
    [InlineData("", "/sign-in")]
    [InlineData("/env/env_1/users?q=a&page=2", "/sign-in?returnUrl=%2Fenv%2Fenv_1%2Fusers%3Fq%3Da%26page%3D2")]
    public void Signing_in_leads_back(string current, string expected) =>
        Assert.Equal(expected, DashboardUrls.SignInThenReturnTo(current));
}

using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Navigation;

public sealed class UrlQueryPairTests
{
    [Theory]
    [InlineData("", 1, "")]
    [InlineData("a&b", 1, "?flag=a%26b")]
    [InlineData("", 2, "?page=2")]
    [InlineData("a&b", 2, "?flag=a%26b&page=2")]
    public void Both_states_are_read_back_from_one_address(string flag, int page, string expected)
    {
        var (first, second) = (new CompanyChecksQuery { Flag = flag }, new RecentChecksQuery { Page = page });

        var uri = new UrlQueryPair(first, second).ToUri();

        Assert.Equal(expected, uri);
        Assert.Equal(
            (first, second),
            (CompanyChecksQuery.FromUri(new UrlReader(uri)), RecentChecksQuery.FromUri(new UrlReader(uri)))
        );
    }
}

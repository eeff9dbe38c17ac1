using Schematic.Dashboard.ApiKeys;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.ApiKeys;

public sealed class ApiKeysListQueryTests
{
    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "?environment=all")]
    public void The_address_says_whose_keys(bool all, string url)
    {
        var query = new ApiKeysListQuery { IsOfAllEnvironments = all };

        Assert.Equal(url, query.ToUri());
        Assert.Equal(query, ApiKeysListQuery.FromUri(new UrlReader(url)));
    }

    [Fact]
    public void An_environment_of_another_name_is_passed_over() =>
        Assert.Equal(new ApiKeysListQuery(), ApiKeysListQuery.FromUri(new UrlReader("?environment=env_2&sort=name")));

    [Fact]
    public void The_keys_of_one_environment_are_asked_for_by_its_id()
    {
        var asked = new ApiKeysListQuery { Page = 3, Size = 25 }.ToContract("env_1");

        Assert.Equal(
            ("env_1", false, 25, 50L),
            (asked.EnvironmentId, asked.RequireEnvironment, asked.Limit, asked.Offset)
        );
        Assert.Null(
            new ApiKeysListQuery { IsOfAllEnvironments = true }
                .ToContract("env_1")
                .EnvironmentId
        );
    }
}

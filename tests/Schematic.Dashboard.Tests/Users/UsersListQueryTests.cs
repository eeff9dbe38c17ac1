using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Users;

namespace Schematic.Dashboard.Tests.Users;

public sealed class UsersListQueryTests
{
    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("R&D + 1", "comp_1", null, null)]
    [InlineData("🦄 #?=", "", "a+b@example.com", "email")]
    [InlineData("", "comp_1", "100%25", null)]
    public void Every_query_reads_back_as_it_was_written(string search, string companyId, string? value, string? key)
    {
        var query = new UsersListQuery { Search = search, CompanyId = companyId, Lookup = value is null ? null : new KeyLookup(value, key), Page = 2 };

        Assert.Equal(query, UsersListQuery.FromUri(new UrlReader(query.ToUri())));
    }

    [Theory]
    [InlineData("?sort=name")]
    [InlineData("?lookup_key=email")]
    [InlineData("?page=x&size=7")]
    public void What_makes_no_sense_is_passed_over(string url) => Assert.Equal(new UsersListQuery(), UsersListQuery.FromUri(new UrlReader(url)));

    [Fact]
    public void What_is_empty_filters_nothing()
    {
        Assert.Null(new UsersListQuery().ToContract().Q);
        Assert.Null(new UsersListQuery().ToContract().CompanyId);
        Assert.False(new UsersListQuery { Lookup = new KeyLookup("a") }.IsFiltered);
    }

    [Fact]
    public void What_a_new_user_starts_with_reads_back_as_it_was_written()
    {
        var query = new NewUserQuery { CompanyId = "comp_1", Key = new KeyLookup("a+b@example.com", "email") };

        Assert.Equal(query, NewUserQuery.FromUri(new UrlReader(query.ToUri())));
        Assert.Equal("", new NewUserQuery().ToUri());
    }
}

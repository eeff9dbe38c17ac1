using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Users;

namespace Schematic.Dashboard.Tests.Users;

public sealed class UsersListQueryTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("R&D + 1", "comp_1")]
    [InlineData("🦄 #?=", "")]
    [InlineData("email=a+b@example.com", "comp_1")]
    public void Every_query_reads_back_as_it_was_written(string search, string companyId)
    {
        var query = new UsersListQuery
        {
            Search = search,
            CompanyId = companyId,
            Page = 2,
        };

        Assert.Equal(query, UsersListQuery.FromUri(new UrlReader(query.ToUri())));
    }

    [Theory]
    [InlineData("?sort=name")]
    [InlineData("?lookup_key=email")]
    [InlineData("?page=x&size=7")]
    public void What_makes_no_sense_is_passed_over(string url) =>
        Assert.Equal(new UsersListQuery(), UsersListQuery.FromUri(new UrlReader(url)));

    [Fact]
    public void What_is_empty_filters_nothing()
    {
        Assert.Null(new UsersListQuery().ToContract().Q);
        Assert.Null(new UsersListQuery().ToContract().CompanyId);
        Assert.False(new UsersListQuery { Page = 2 }.IsFiltered);
    }

    [Theory]
    [InlineData("comp_1", "email", "a+b@example.com")]
    [InlineData("", "email", "R&D #1")]
    [InlineData("comp_1", "", "")]
    [InlineData("", "", "")]
    public void What_a_new_user_starts_with_reads_back_as_it_was_written(string companyId, string key, string value)
    {
        var query = new NewUserQuery
        {
            CompanyId = companyId,
            Entity = new NewEntityQuery { Key = key, Value = value },
        };

        Assert.Equal(query, NewUserQuery.FromUri(new UrlReader(query.ToUri())));
    }

    [Fact]
    public void What_is_default_is_not_in_the_address()
    {
        Assert.Equal("", new NewUserQuery().ToUri());
        Assert.Equal("", new UsersListQuery().ToUri());
    }

    [Fact]
    public void Every_choice_of_columns_reads_back_and_changes_no_row()
    {
        var plain = new UsersListQuery { Search = "a" };
        foreach (var one in plain.Columns)
        {
            foreach (var other in plain.Columns)
            {
                var query = (UsersListQuery)plain.Toggled(one).Toggled(other);

                Assert.Equal(query, UsersListQuery.FromUri(new UrlReader(query.ToUri())));
                Assert.Equal(plain, query.Rows);
            }
        }
    }
}

using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class FlagVerdictsListQueryTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    public void An_address_reads_back_as_it_was_written(bool? value)
    {
        var query = new FlagVerdictsListQuery
        {
            Search = "a & b",
            With = "user_1",
            Value = value,
            Open = "export+csv",
            Page = 2,
            Size = 100,
        };

        Assert.Equal(query, FlagVerdictsListQuery.FromUri(new UrlReader(query.ToUri())));
    }

    [Fact]
    public void Nonsense_is_left_out()
    {
        Assert.Equal(new(), FlagVerdictsListQuery.FromUri(new UrlReader("?verdict=perhaps&page=-3&size=7")));
    }

    [Fact]
    public void Which_row_is_open_does_not_decide_which_rows_there_are()
    {
        Assert.Equal(new(), new FlagVerdictsListQuery { Open = "exports" }.Rows);
    }
}

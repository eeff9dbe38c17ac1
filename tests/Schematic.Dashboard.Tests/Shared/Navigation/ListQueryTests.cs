using System.Globalization;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Navigation;

public sealed class ListQueryTests
{
    private static readonly string[] Parts =
    [
        "a",
        "Z",
        "0",
        " ",
        "+",
        "&",
        "=",
        "?",
        "#",
        "%",
        "%20",
        "/",
        "\\",
        "\"",
        "<",
        "é",
        "ß",
        "İ",
        "日",
        "🦄",
        "👩‍👩‍👧",
        "\u202e",
        ";",
        ",",
        "[",
        "]",
    ];

    [Fact]
    public void What_is_default_is_not_in_the_address() => Assert.Equal("", new SampleListQuery().ToUri());

    [Fact]
    public void An_address_says_what_differs() =>
        Assert.Equal(
            "?q=R%26D%20%2B%201&sort=-name&size=100&page=3",
            new SampleListQuery
            {
                Search = "R&D + 1",
                Sort = "name",
                Descending = true,
                Size = 100,
                Page = 3,
            }.ToUri()
        );

    [Fact]
    public void Every_query_reads_back_as_it_was_written()
    {
        var random = new Random(20261120);
        InStrangeCulture(() =>
        {
            for (var round = 0; round < 2_000; round++)
            {
                var query = Any(random);
                Assert.Equal(
                    query,
                    SampleListQuery.FromUri(new UrlReader($"https://console.test/env/e/companies{query.ToUri()}#top"))
                );
            }
        });
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=-4")]
    [InlineData("?page=abc")]
    [InlineData("?page=99999999999")]
    [InlineData("?size=33")]
    [InlineData("?size=")]
    [InlineData("?sort=password")]
    [InlineData("?sort=-")]
    [InlineData("?columns=created")]
    [InlineData("?columns=created,unknown")]
    [InlineData("?unknown=1&&=&x")]
    [InlineData("?page=%FF%FE")]
    [InlineData("#page=4")]
    public void What_makes_no_sense_is_passed_over(string url) =>
        Assert.Equal(new SampleListQuery(), SampleListQuery.FromUri(new UrlReader(url)));

    [Fact]
    public void A_plus_of_another_hand_is_a_space() =>
        Assert.Equal("a b", SampleListQuery.FromUri(new UrlReader("?q=a+b")).Search);

    [Fact]
    public void Of_a_name_given_twice_the_first_counts() =>
        Assert.Equal("a", SampleListQuery.FromUri(new UrlReader("?q=a&q=b")).Search);

    [Fact]
    public void A_column_is_sorted_up_then_down_then_not_at_all_and_from_the_first_page()
    {
        ListQuery query = new SampleListQuery { Page = 7 };

        query = query.SortedBy("name");
        Assert.Equal(("name", SortDirection.Asc, 1), (query.Sort, query.Direction, query.Page));
        query = query.OnPage(4).SortedBy("name");
        Assert.Equal(("name", SortDirection.Desc, 1), (query.Sort, query.Direction, query.Page));
        query = query.SortedBy("name");
        Assert.Equal((null, null), (query.Sort, query.Direction));
        Assert.Equal(new SampleListQuery(), query);
    }

    [Fact]
    public void Another_column_starts_with_ascending() =>
        Assert.Equal(
            SortDirection.Asc,
            new SampleListQuery { Sort = "name", Descending = true }
                .SortedBy("created_at")
                .Direction
        );

    [Fact]
    public void Another_size_starts_at_the_first_page() =>
        Assert.Equal(new SampleListQuery { Size = 250 }, new SampleListQuery { Page = 9 }.WithSize(250));

    [Theory]
    [InlineData(1, 50, 0)]
    [InlineData(3, 25, 50)]
    [InlineData(int.MaxValue, 250, (int.MaxValue - 1L) * 250)]
    public void The_offset_is_what_the_pages_before_hold(int page, int size, long offset) =>
        Assert.Equal(offset, new SampleListQuery { Page = page, Size = size }.Offset);

    [Fact]
    public void A_search_too_long_for_the_api_is_passed_over() =>
        Assert.Equal("", SampleListQuery.FromUri(new UrlReader($"?q={new string('x', 513)}")).Search);

    [Fact]
    public void Another_search_starts_at_the_first_page_and_keeps_the_rest() =>
        Assert.Equal(
            new SampleListQuery
            {
                Search = "b",
                Sort = "name",
                Size = 25,
            },
            new SampleListQuery
            {
                Search = "a",
                Sort = "name",
                Size = 25,
                Page = 3,
            }.SearchedFor("b")
        );

    [Fact]
    public void Nothing_searched_for_is_nothing_on_the_wire()
    {
        Assert.Null(new SampleListQuery().SearchOrNull);
        Assert.Equal("a", new SampleListQuery { Search = "a" }.SearchOrNull);
    }

    [Fact]
    public void A_column_that_is_hidden_and_shown_again_leaves_no_trace()
    {
        var hidden = new SampleListQuery().Toggled(SampleListQuery.Created);

        Assert.False(hidden.Shows(SampleListQuery.Created));
        Assert.Equal("?columns=none", hidden.ToUri());
        Assert.Equal(new SampleListQuery(), hidden.Toggled(SampleListQuery.Created));
    }

    [Fact]
    public void A_column_without_a_name_in_the_address_is_always_shown() =>
        Assert.True(SampleListQuery.FromUri(new UrlReader("?columns=none")).Shows(SampleListQuery.Name));

    [Theory]
    [InlineData("?columns=id,created", "created,id")]
    [InlineData("?columns=id,id,unknown", "id")]
    [InlineData("?columns=unknown", "none")]
    public void Columns_are_read_in_their_own_order_and_unknown_ones_passed_over(string url, string shown) =>
        Assert.Equal(shown, SampleListQuery.FromUri(new UrlReader(url)).ShownColumns);

    [Fact]
    public void Columns_decide_nothing_about_the_rows() =>
        Assert.Equal(
            new SampleListQuery { Search = "a", Page = 2 },
            new SampleListQuery
            {
                Search = "a",
                Page = 2,
                ShownColumns = "id",
            }.Rows
        );

    [Fact]
    public void The_filters_are_the_same_on_every_page_and_in_every_order() =>
        Assert.Equal(
            new SampleListQuery { Search = "a" }.Filters,
            new SampleListQuery
            {
                Search = "a",
                Page = 4,
                Size = 25,
                Sort = "name",
                Descending = true,
            }.Filters
        );

    private static SampleListQuery Any(Random random)
    {
        var sort = random.Next(3) switch
        {
            0 => null,
            1 => "name",
            _ => "created_at",
        };
        return new()
        {
            Search = Text(random),
            Plans = string.Join(
                '\n',
                Enumerable.Range(0, random.Next(4)).Select(_ => Text(random)).Where(static text => text.Length > 0)
            ),
            Page = random.Next(5) == 0 ? int.MaxValue : random.Next(1, 100_000),
            Size = ListQuery.Sizes[random.Next(ListQuery.Sizes.Count)],
            Sort = sort,
            Descending = sort is not null && random.Next(2) == 0,
            ShownColumns = random.Next(4) switch
            {
                0 => "none",
                1 => "id",
                2 => "created,id",
                _ => "",
            },
        };
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Parts[random.Next(Parts.Length)]));

    // The process has only the invariant culture; this one writes and reads numbers as no address may.
    private static void InStrangeCulture(Action act)
    {
        var before = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "p";
        strange.NumberFormat.PositiveSign = "q";
        strange.NumberFormat.NumberGroupSeparator = "0";
        CultureInfo.CurrentCulture = strange;
        try
        {
            act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

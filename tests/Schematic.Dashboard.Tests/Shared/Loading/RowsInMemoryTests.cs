using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Tests.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Loading;

public sealed class RowsInMemoryTests
{
    private static readonly IReadOnlyList<int> All = [.. Enumerable.Range(1, 60)];

    [Theory]
    [InlineData(1, 1, 25)]
    [InlineData(2, 26, 25)]
    [InlineData(3, 51, 10)]
    public void A_page_is_cut_from_what_is_there(int page, int first, int count)
    {
        var rows = new RowsInMemory<int>(All, new SampleListQuery { Size = 25, Page = page });

        Assert.Equal(Enumerable.Range(first, count), rows.Rows.Value);
        Assert.Equal(RowTotal.Of(60), rows.Total);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void A_page_past_the_end_is_empty(int page) =>
        Assert.Empty(new RowsInMemory<int>(All, new SampleListQuery { Size = 250, Page = page }).Rows.Value!);

    [Fact]
    public async Task They_need_no_counting() =>
        Assert.Equal(60, await new RowsInMemory<int>(All, new SampleListQuery()).CountAsync());

    [Fact]
    public void Nothing_is_ever_loading() =>
        Assert.True(new RowsInMemory<int>([], new SampleListQuery()).Rows is { HasValue: true, IsBusy: false });
}

using System.Globalization;
using Schematic.Dashboard.Entitlements.Overrides;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

public sealed class OverridesListQueryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("?q=acme&feature=feat_1&show=expiring&size=25&page=3")]
    public void An_address_is_read_back_as_it_was_written(string address) =>
        Assert.Equal(address, OverridesListQuery.FromUri(new UrlReader(address)).ToUri());

    [Fact]
    public void A_kind_that_is_not_known_shows_all() =>
        Assert.Equal("", OverridesListQuery.FromUri(new UrlReader("?show=everything")).ToUri());

    [Theory]
    [InlineData("", "")]
    [InlineData("active", "without_expired=true")]
    [InlineData("no_effect", "without_expired=true")]
    [InlineData("expired", "is_expired=true")]
    [InlineData("without_note", "without_note=true")]
    [InlineData("expiring", "expires_after=2026-11-22T12:00 expires_before=2026-12-06T12:00")]
    public void The_API_does_the_filtering(string show, string filters)
    {
        var query = new OverridesListQuery { Show = show }.ToContract(Now);

        Assert.Equal(
            filters,
            string.Join(
                ' ',
                new (string Name, string? Value)[]
                {
                    ("expires_after", Text(query.ExpiresAfter)),
                    ("expires_before", Text(query.ExpiresBefore)),
                    ("is_expired", Text(query.IsExpired)),
                    ("without_expired", Text(query.WithoutExpired)),
                    ("without_note", Text(query.WithoutNote)),
                }
                    .Where(static filter => filter.Value is not null)
                    .Select(static filter => $"{filter.Name}={filter.Value}")
            )
        );
    }

    [Fact]
    public void A_page_is_asked_for_by_its_place()
    {
        var query = new OverridesListQuery
        {
            Show = OverridesListQuery.Expired,
            Page = 3,
            Size = 25,
        }.ToContract(Now);

        Assert.Equal((25, 50), (query.Limit, query.Offset));
    }

    private static string? Text(DateTimeOffset? time) =>
        time?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static string? Text(bool? value) => value?.ToString().ToLowerInvariant();
}

using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Entitlements;

public sealed class CompanyEntitlementsQueryTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?q=calls&source=add_on&at_limit=true&page=2")]
    [InlineData("?source=override")]
    public void An_address_is_read_back_as_it_was_written(string address) =>
        Assert.Equal(address, CompanyEntitlementsQuery.FromUri(new UrlReader(address)).ToUri());

    [Fact]
    public void What_is_not_known_is_left_out() =>
        Assert.Equal("", CompanyEntitlementsQuery.FromUri(new UrlReader("?source=heaven&at_limit=perhaps")).ToUri());

    [Theory]
    [InlineData("plan", "a")]
    [InlineData("add_on", "b")]
    [InlineData("override", "c,d")]
    [InlineData("", "a,b,c,d")]
    public void A_source_is_that_which_counts_and_an_override_that_which_is_there(string source, string names)
    {
        IReadOnlyList<CompanyFeature> features =
        [
            Feature("a", GrantSource.Plan),
            Feature("b", GrantSource.AddOn),
            Feature("c", GrantSource.Override) with
            {
                Override = UsageSamples.Override(1),
            },
            // Outbid: it is there all the same.
            Feature("d", null) with
            {
                Override = UsageSamples.Override(1),
            },
        ];

        var left = new CompanyEntitlementsQuery().From(source).Apply(features);

        Assert.Equal(names, string.Join(',', left.Select(static feature => feature.Name)));
    }

    private static CompanyFeature Feature(string name, GrantSource? applied) =>
        new()
        {
            FeatureId = name,
            Name = name,
            Type = Contracts.Features.FeatureType.Event,
            Grants = applied is { } source
                ?
                [
                    new FeatureGrant
                    {
                        Id = name,
                        Source = source,
                        Outcome = GrantOutcome.Applied,
                    },
                ]
                : [],
        };
}

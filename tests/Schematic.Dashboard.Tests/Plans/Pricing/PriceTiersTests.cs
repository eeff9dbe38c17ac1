using Bunit;
using Schematic.Dashboard.Plans.Pricing;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans.Pricing;

public sealed class PriceTiersTests : PageContext
{
    private readonly IntervalPriceDraft _price = new()
    {
        Tiers =
        {
            new() { UpTo = "100", PerUnit = "1" },
            new() { UpTo = "200", PerUnit = "2" },
            new() { PerUnit = "3" },
        },
    };

    [Fact]
    public void Only_the_last_tier_has_no_end()
    {
        var tiers = Open();

        Assert.Equal(2, tiers.FindAll("input[aria-label^='Last unit']").Count);
        Assert.Equal("and more", tiers.Find(".prices-rest").TextContent);
        Button(tiers, "Remove tier 3").Click();
        Assert.Equal(["100", ""], _price.Tiers.Select(static tier => tier.UpTo));
        Assert.Single(tiers.FindAll("input[aria-label^='Last unit']"));
    }

    [Fact]
    public void The_only_tier_cannot_be_removed()
    {
        var tiers = Open();
        Button(tiers, "Remove tier 1").Click();
        Button(tiers, "Remove tier 1").Click();

        Assert.Equal("All units", tiers.Find(".prices-rest").TextContent);
        Assert.Empty(tiers.FindAll(".icon-button"));
    }

    [Fact]
    public void A_mistake_stands_under_its_tier()
    {
        var tiers = Open(new PriceMistake("currency_prices[0].monthly_price_tiers[1].up_to", "Enter more than 100."));

        Assert.Equal("true", tiers.Find("input[aria-label='Last unit of tier 2']").GetAttribute("aria-invalid"));
        Assert.Null(tiers.Find("input[aria-label='Last unit of tier 1']").GetAttribute("aria-invalid"));
        Assert.Equal("Enter more than 100.", tiers.FindAll("tbody tr")[2].TextContent.Trim());
    }

    private IRenderedComponent<PriceTiers> Open(params PriceMistake[] mistakes) =>
        Render<PriceTiers>(builder =>
            builder
                .Add(static tiers => tiers.Price, _price)
                .Add(static tiers => tiers.Path, "currency_prices[0].monthly")
                .Add(static tiers => tiers.Label, "By the month")
                .Add(static tiers => tiers.Currency, "usd")
                .Add(static tiers => tiers.Mistakes, mistakes)
                .Add(static tiers => tiers.Changed, static () => { })
        );
}

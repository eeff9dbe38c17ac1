using Bunit;
using Schematic.Contracts.Billing;
using Schematic.Dashboard.Plans.Pricing;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans.Pricing;

public sealed class PriceEditorTests : PageContext
{
    private readonly List<CurrencyPriceDraft> _prices = [new() { Monthly = new() { UnitPrice = "5" } }];
    private int _changes;

    [Fact]
    public void A_price_becomes_tiers_and_one_price_again()
    {
        var editor = Open();
        editor
            .FindAll("button")
            .First(static button => button.TextContent.StartsWith("Tiers", StringComparison.Ordinal))
            .Click();
        Assert.Equal("5", Assert.Single(_prices[0].Monthly.Tiers).PerUnit);
        Assert.NotEmpty(editor.FindAll(".prices-tiers"));

        Button(editor, "One price instead").Click();
        Assert.Equal((false, "5"), (_prices[0].Monthly.IsTiered, _prices[0].Monthly.UnitPrice));
        Assert.Equal(2, _changes);
    }

    [Fact]
    public void The_first_currency_cannot_be_removed_and_another_one_can()
    {
        var editor = Open();
        Assert.DoesNotContain("Remove currency", editor.Markup, StringComparison.Ordinal);
        Button(editor, "Add a currency").Click();
        Assert.Equal(["usd", "eur"], _prices.Select(static prices => prices.Currency));
        Button(editor, "Remove currency").Click();

        Assert.Equal("eur", Assert.Single(_prices).Currency);
    }

    [Fact]
    public void A_mistake_marks_its_field_and_says_what_to_do()
    {
        var editor = Open(new PriceMistake("currency_prices[0].currency", "Enter three letters."));

        Assert.Equal("true", editor.Find(".prices-head input").GetAttribute("aria-invalid"));
        Assert.Equal("Enter three letters.", editor.Find(".field-error").TextContent);
    }

    private IRenderedComponent<PriceEditor> Open(params PriceMistake[] mistakes) =>
        Render<PriceEditor>(builder =>
            builder
                .Add(static editor => editor.Prices, _prices)
                .Add(static editor => editor.Mistakes, mistakes)
                .Add(static editor => editor.Units, new("API call", "API calls"))
                .Add(static editor => editor.TierMode, BillingTiersMode.Graduated)
                .Add(static editor => editor.Changed, () => _changes++)
        );
}

using System.Text.Json;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits;

namespace Schematic.Dashboard.Tests.Credits;

public sealed class CreditFormTests
{
    [Fact]
    public void What_was_stored_reads_the_same_after_the_form() =>
        Assert.Equal(
            "AI tokens; For every answer.; token/tokens; Plan first, then oldest first; "
                + "expires 30 days after they are granted; Set by each grant; $0.02, €0.018",
            CreditForm.From(CreditSamples.Credit()).Describe()
        );

    [Fact]
    public void A_credit_without_expiry_says_so_in_an_update()
    {
        var form = CreditForm.From(CreditSamples.Credit());
        form.Expires = false;

        var body = Json(form.ToUpdate());

        Assert.Equal(JsonValueKind.Null, body.GetProperty("default_expiry_unit_count").ValueKind);
    }

    [Fact]
    public void Parts_of_a_cent_are_sent_exactly()
    {
        var form = new CreditForm
        {
            Name = "Tokens",
            CurrencyPrices = [new() { Currency = "USD", Price = "0.0125" }, new() { Currency = "jpy", Price = "2" }],
        };

        var body = Json(form.ToCreate());

        Assert.Equal(("usd", "1.25"), (Text(body, "currency"), Text(body, "per_unit_price_decimal")));
        Assert.Equal("2", Text(body.GetProperty("currency_prices")[0], "price_per_unit_decimal"));
    }

    [Fact]
    public void A_credit_without_a_price_keeps_its_currency()
    {
        var form = CreditForm.From(
            CreditSamples.Credit() with
            {
                Currency = "chf",
                Price = null,
                CurrencyPrices = [new() { Currency = "eur", Price = CreditSamples.Price("eur", 2) }],
            }
        );

        Assert.Equal(["chf", "eur"], form.CurrencyPrices.Select(static price => price.Currency));
        Assert.Equal(JsonValueKind.Null, Json(form.ToUpdate()).GetProperty("per_unit_price").ValueKind);
    }

    [Theory]
    [InlineData("usd", "0.02", "usd", "1", "USD is listed twice. Enter one price for each currency.")]
    [InlineData("us", "0.02", "eur", "1", "Enter the three letters of a currency, like USD.")]
    [InlineData("usd", "two", "eur", "1", "Enter an amount of 0 or more, like 0.02.")]
    [InlineData("usd", "", "eur", "", "Enter a price in EUR, or remove it.")]
    [InlineData("usd", "", "eur", "0", null)]
    public void A_mistake_in_a_price_is_named(string one, string price, string other, string second, string? mistake) =>
        Assert.Equal(
            mistake,
            CreditPriceDraft.FindMistake([
                new() { Currency = one, Price = price },
                new() { Currency = other, Price = second },
            ])
        );

    [Theory]
    [InlineData("0", false)]
    [InlineData("10001", false)]
    [InlineData("10,000", true)]
    public void A_lifetime_has_the_limits_of_the_API(string count, bool isGood)
    {
        var form = new CreditForm
        {
            Name = "Tokens",
            Expires = true,
            DefaultExpiryUnitCount = count,
        };

        Assert.Equal(
            isGood ? [] : [nameof(CreditForm.DefaultExpiryUnitCount)],
            form.Validate(new(form)).SelectMany(static problem => problem.MemberNames)
        );
    }

    private static JsonElement Json<T>(T body) => JsonSerializer.SerializeToElement(body, WireJson.Tolerant);

    private static string? Text(JsonElement body, string member) => body.GetProperty(member).GetString();
}

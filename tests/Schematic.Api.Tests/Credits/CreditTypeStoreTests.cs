using System.Net;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits;

public abstract class CreditTypeStoreTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task A_credit_type_is_answered_as_it_was_created()
    {
        var created = (
            await Production.Credits.CreateAsync(
                new CreateBillingCreditRequestBody
                {
                    Name = Unique("credit"),
                    Description = "Tokens of the large model",
                    Currency = "USD",
                    PerUnitPriceDecimal = "0.25",
                    CurrencyPrices = [new CreditCurrencyPriceRequestBody { Currency = "eur", PricePerUnit = 3 }],
                    Icon = "bolt",
                    SingularName = "token",
                    PluralName = "tokens",
                    BurnStrategy = BillingCreditBurnStrategy.ExpirationPriority,
                    DefaultExpiryUnit = BillingCreditExpiryUnit.Days,
                    DefaultExpiryUnitCount = 30,
                    DefaultRolloverPolicy = BillingCreditRolloverPolicy.Expire,
                },
                Cancellation
            )
        ).Data;

        var read = (await Production.Credits.GetAsync(created.Id, Cancellation)).Data;

        Assert.StartsWith("bilcr_", read.Id, StringComparison.Ordinal);
        Assert.Equal(("usd", 0L, "0.25"), (read.Price!.Currency, read.Price.Price, read.Price.PriceDecimal));
        Assert.Equal(["usd", "eur"], read.CurrencyPrices.Select(static one => one.Currency));
        Assert.Equal(
            (BillingCreditBurnStrategy.ExpirationPriority, 30L, BillingCreditRolloverPolicy.Expire),
            (read.BurnStrategy, read.DefaultExpiryUnitCount, read.DefaultRolloverPolicy)
        );
        Assert.Equal(("bolt", "token", "tokens"), (read.Icon, read.SingularName, read.PluralName));
    }

    [Fact]
    public async Task An_update_keeps_what_it_leaves_out_and_clears_what_it_names_null()
    {
        var created = (
            await Production.Credits.CreateAsync(
                new CreateBillingCreditRequestBody
                {
                    Name = Unique("credit"),
                    Description = "",
                    Currency = "usd",
                    PerUnitPrice = 4,
                    Icon = "bolt",
                    DefaultExpiryUnitCount = 30,
                },
                Cancellation
            )
        ).Data;

        var updated = (
            await Production.Credits.UpdateAsync(
                created.Id,
                new UpdateBillingCreditRequestBody
                {
                    Name = "Renamed",
                    Description = "Changed",
                    DefaultExpiryUnitCount = new Optional<long?>(null),
                },
                Cancellation
            )
        ).Data;

        Assert.Equal(
            ("Renamed", "Changed", "bolt", 4L),
            (updated.Name, updated.Description, updated.Icon, updated.Price!.Price)
        );
        Assert.Null(updated.DefaultExpiryUnitCount);
    }

    [Fact]
    public async Task A_deleted_type_is_gone_and_its_ledger_stays()
    {
        var (companyId, creditId) = await HolderAsync(10);

        await Production.Credits.DeleteAsync(creditId, Cancellation);

        await RefusedAsync(
            HttpStatusCode.NotFound,
            creditId,
            () => Production.Credits.GetAsync(creditId, Cancellation)
        );
        await RefusedAsync(HttpStatusCode.NotFound, creditId, () => GrantAsync(Grant(companyId, creditId, 1)));
        Assert.Single(await LedgerAsync(new CreditLedgerQuery { CompanyId = companyId, BillingCreditId = creditId }));
    }

    [Fact]
    public async Task Types_are_found_by_id_and_by_part_of_their_name()
    {
        var (first, second) = (await NewCreditAsync(), await NewCreditAsync());

        Assert.Equal([second.Id, first.Id], await IdsAsync(new CreditsQuery { Ids = [first.Id, second.Id] }));
        Assert.Equal([first.Id], await IdsAsync(new CreditsQuery { Name = first.Name.ToUpperInvariant() }));
    }

    [Fact]
    public async Task A_type_is_seen_in_its_own_environment_only()
    {
        var credit = await NewCreditAsync();

        await RefusedAsync(HttpStatusCode.NotFound, credit.Id, () => Staging.Credits.GetAsync(credit.Id, Cancellation));
        Assert.DoesNotContain(
            (await Staging.Credits.ListAsync(new CreditsQuery(), Cancellation)).Data,
            one => one.Id == credit.Id
        );
    }

    [Theory]
    [InlineData("""{"name":" ","description":"","currency":"usd"}""", "name")]
    [InlineData("""{"name":"a","description":"","currency":"us1"}""", "currency")]
    [InlineData("""{"name":"a","description":"","currency":"usd","per_unit_price":-1}""", "per_unit_price")]
    [InlineData(
        """{"name":"a","description":"","currency":"usd","per_unit_price_decimal":"1,5"}""",
        "per_unit_price_decimal"
    )]
    [InlineData(
        """{"name":"a","description":"","currency":"usd","default_expiry_unit":"days"}""",
        "default_expiry_unit_count"
    )]
    [InlineData(
        """{"name":"a","description":"","currency":"usd","default_expiry_unit_count":0}""",
        "default_expiry_unit_count"
    )]
    [InlineData(
        """{"name":"a","description":"","currency":"usd","default_expiry_unit_count":99999}""",
        "default_expiry_unit_count"
    )]
    [InlineData(
        """{"name":"a","description":"","currency":"usd","currency_prices":[{"currency":"eur"}]}""",
        "currency_prices[0].price_per_unit"
    )]
    public async Task Bad_input_is_refused_by_a_sentence_that_names_the_member(string body, string field)
    {
        var reply = await SendAsync("POST", "/billing/credits", body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (reply.Status, reply.Json.GetProperty("field").GetString()));
        AssertSentence(reply.Error);
    }

    private async Task<IReadOnlyList<string>> IdsAsync(CreditsQuery query)
    {
        var ids = (await Production.Credits.ListAsync(query, Cancellation)).Data.Select(static one => one.Id).ToList();
        Assert.Equal(ids.Count, (await Production.Credits.CountAsync(query, Cancellation)).Data.Count);
        return ids;
    }
}

public sealed class CreditTypeStoreTestsOnSqlite(SqliteApi api) : CreditTypeStoreTests(api), IClassFixture<SqliteApi>;

public sealed class CreditTypeStoreTestsOnPostgreSql(PostgreSqlApi api)
    : CreditTypeStoreTests(api),
        IClassFixture<PostgreSqlApi>;

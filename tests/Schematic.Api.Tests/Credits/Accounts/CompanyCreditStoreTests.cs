using System.Net;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.Accounts;

public abstract class CompanyCreditStoreTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task A_grant_is_in_the_balance_and_in_the_ledger()
    {
        var (company, credit) = (await NewCompanyAsync(Unique("domain")), await NewCreditAsync());

        var grant = await GrantAsync(Grant(company.Id, credit.Id, 500));

        Assert.StartsWith("bcgr_", grant.Id, StringComparison.Ordinal);
        Assert.Equal(
            (500d, 500d, 0d, "Gift"),
            (grant.Quantity, grant.QuantityRemaining, grant.QuantityUsed, grant.SourceLabel)
        );
        Assert.Equal((company.Id, credit.Id, credit.Name), (grant.CompanyId, grant.CreditId, grant.CreditName));
        var balance = await BalanceAsync(company.Id);
        Assert.Equal(
            (credit.Id, 500d, 0d, 500d, 500d),
            (balance.CreditId, balance.Remaining, balance.Reserved, balance.Settled, balance.Total!.Value)
        );
        var row = Assert.Single(await LedgerAsync(new CreditLedgerQuery { CompanyId = company.Id }));
        Assert.Equal(
            (CreditEventType.Grant, 500d, grant.Id, BillingCreditGrantReason.Free),
            (row.EventType, row.Amount, row.GrantId, row.GrantReason!.Value)
        );
    }

    [Fact]
    public async Task A_request_that_is_sent_again_with_its_key_grants_once()
    {
        var (company, credit) = (await NewCompanyAsync(Unique("domain")), await NewCreditAsync());
        var (body, key) = (Grant(company.Id, credit.Id, 5), Unique("key"));

        var grants = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GrantAsync(body, key)));

        Assert.Single(grants.Select(static grant => grant.Id).Distinct());
        Assert.Equal(5, (await BalanceAsync(company.Id)).Remaining);
        await RefusedAsync(
            HttpStatusCode.Conflict,
            "was sent with another request",
            () => GrantAsync(body with { Quantity = 6 }, key)
        );
        await GrantAsync(body, Unique("key"));
        await GrantAsync(body);
        Assert.Equal(15, (await BalanceAsync(company.Id)).Remaining);
    }

    [Fact]
    public async Task A_key_of_one_environment_says_nothing_in_another()
    {
        var (company, credit) = (await NewCompanyAsync(Unique("domain")), await NewCreditAsync());
        var key = Unique("key");
        await GrantAsync(Grant(company.Id, credit.Id, 5), key);

        await RefusedAsync(
            HttpStatusCode.NotFound,
            company.Id,
            () => Staging.CompanyCredits.GrantAsync(Grant(company.Id, credit.Id, 5), key, Cancellation)
        );
    }

    [Fact]
    public async Task A_refused_request_does_not_use_up_its_key()
    {
        var (company, credit) = (await NewCompanyAsync(Unique("domain")), await NewCreditAsync());
        var key = Unique("key");
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "bilcr_none",
            () => GrantAsync(Grant(company.Id, "bilcr_none", 5), key)
        );

        await GrantAsync(Grant(company.Id, credit.Id, 5), key);

        Assert.Equal(5, (await BalanceAsync(company.Id)).Remaining);
    }

    [Fact]
    public async Task Zeroing_out_removes_what_is_left_once()
    {
        var (company, credit) = (await NewCompanyAsync(Unique("domain")), await NewCreditAsync());
        var grant = await GrantAsync(Grant(company.Id, credit.Id, 500));
        await ChangeAsync(
            company.Id,
            credit.Id,
            DateTimeOffset.UtcNow,
            static account => Ledger.LedgerSums.DrawNow(account, 120)
        );

        var body = new ZeroOutGrantRequestBody { Reason = BillingCreditGrantZeroedOutReason.Reconciled };
        await Production.CompanyCredits.ZeroOutAsync(grant.Id, body, Cancellation);
        var zeroed = (await Production.CompanyCredits.ZeroOutAsync(grant.Id, body, Cancellation)).Data;

        Assert.Equal((0d, 120d), (zeroed.QuantityRemaining, zeroed.QuantityUsed));
        Assert.Equal(BillingCreditGrantZeroedOutReason.Reconciled, zeroed.ZeroedOutReason);
        Assert.NotNull(zeroed.ZeroedOutDate);
        var row = Assert.Single(
            await LedgerAsync(new CreditLedgerQuery { CompanyId = company.Id, EventType = CreditEventType.ZeroOut })
        );
        Assert.Equal(
            (380d, BillingCreditGrantZeroedOutReason.Reconciled),
            (row.QuantityRemainingAtZeroOut!.Value, row.ZeroedOutReason!.Value)
        );
        await AssertBalancedAsync(company.Id);
    }

    [Fact]
    public async Task Credits_expire_as_the_request_the_bundle_or_the_type_says()
    {
        var (company, credit) = (await NewCompanyAsync(Unique("domain")), await NewCreditAsync());
        var body = Grant(company.Id, credit.Id, 1);

        var endless = await GrantAsync(body);
        var days = await GrantAsync(body with { ExpiryUnitCount = 30 });
        var periods = await GrantAsync(body with { BillingPeriodsCount = 2 });
        var month = await GrantAsync(body with { ExpiryType = BillingCreditExpiryType.EndOfBillingPeriod });
        var at = DateTimeOffset.UtcNow.AddDays(3);
        var fixedTime = await GrantAsync(body with { ExpiresAt = at });

        Assert.Null(endless.ExpiresAt);
        Assert.Equal(days.ValidFrom!.Value.AddDays(30), days.ExpiresAt);
        Assert.Equal(periods.ValidFrom!.Value.AddMonths(2), periods.ExpiresAt);
        Assert.Equal((1, 0), (month.ExpiresAt!.Value.Day, month.ExpiresAt.Value.Hour));
        Assert.Equal(0, (fixedTime.ExpiresAt!.Value - at).TotalMilliseconds, 1d);
    }

    [Fact]
    public async Task Grants_are_sorted_and_paged_as_asked()
    {
        var (company, credit) = (await NewCompanyAsync(Unique("domain")), await NewCreditAsync());
        var ids = new List<string>();
        foreach (var (quantity, days) in ((long, long?)[])[(2, null), (3, 9), (1, 5)])
            ids.Add((await GrantAsync(Grant(company.Id, credit.Id, quantity) with { ExpiryUnitCount = days })).Id);

        Assert.Equal("210", await OrderAsync(null, null));
        Assert.Equal("012", await OrderAsync(CreditGrantSortOrder.CreatedAt, SortDirection.Asc));
        Assert.Equal("201", await OrderAsync(CreditGrantSortOrder.Quantity, SortDirection.Asc));
        Assert.Equal("210", await OrderAsync(CreditGrantSortOrder.ExpiresAt, SortDirection.Asc));
        Assert.Equal("120", await OrderAsync(CreditGrantSortOrder.ExpiresAt, SortDirection.Desc));
        Assert.Equal("102", await OrderAsync(CreditGrantSortOrder.QuantityRemaining, SortDirection.Desc));
        Assert.Equal(
            [ids[2], ids[1]],
            (
                await Production.CompanyCredits.ListGrantsAsync(
                    new CreditGrantsQuery { CreditId = credit.Id, Limit = 2 },
                    Cancellation
                )
            ).Data.Select(static grant => grant.Id)
        );

        async Task<string> OrderAsync(CreditGrantSortOrder? order, SortDirection? direction) =>
            string.Concat(
                (
                    await Production.CompanyCredits.ListCompanyGrantsAsync(
                        new CompanyCreditGrantsQuery
                        {
                            CompanyId = company.Id,
                            Order = order,
                            Dir = direction,
                        },
                        Cancellation
                    )
                ).Data.Select(grant => ids.IndexOf(grant.Id))
            );
    }

    [Theory]
    [InlineData("\"quantity\":0", "quantity")]
    [InlineData("\"quantity\":-5", "quantity")]
    [InlineData("\"quantity\":9000000000001", "quantity")]
    [InlineData("\"quantity\":1,\"expires_at\":\"2020-01-01T00:00:00Z\"", "expires_at")]
    [InlineData("\"quantity\":1,\"expiry_unit\":\"days\"", "expiry_unit_count")]
    [InlineData("\"quantity\":1,\"expiry_type\":\"duration\"", "expiry_unit_count")]
    [InlineData("\"quantity\":1,\"expiry_type\":\"end_of_trial\"", "expiry_type")]
    [InlineData("\"quantity\":1,\"billing_periods_count\":1,\"expiry_unit_count\":1", "billing_periods_count")]
    [InlineData("\"quantity\":1,\"renewal_period\":\"first_of_month\"", "renewal_period")]
    [InlineData("\"quantity\":1,\"currency\":\"e1r\"", "currency")]
    public async Task Bad_input_is_refused_and_grants_nothing(string members, string field)
    {
        var (company, credit) = (await NewCompanyAsync(Unique("domain")), await NewCreditAsync());

        var reply = await SendAsync(
            "POST",
            "/billing/credits/grants/company",
            $$"""{"company_id":"{{company.Id}}","credit_id":"{{credit.Id}}","reason":"free",{{members}}}"""
        );

        Assert.Equal((HttpStatusCode.BadRequest, field), (reply.Status, reply.Json.GetProperty("field").GetString()));
        AssertSentence(reply.Error);
        Assert.Empty(await LedgerAsync(new CreditLedgerQuery { CompanyId = company.Id }));
    }

    [Fact]
    public async Task A_company_holds_no_more_than_there_may_be()
    {
        var (companyId, creditId) = await HolderAsync(9_000_000_000_000);

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "can hold at most",
            () => GrantAsync(Grant(companyId, creditId, 1))
        );
        Assert.Equal(9e12, (await BalanceAsync(companyId)).Remaining);
    }

    [Fact]
    public async Task A_company_that_is_deleted_takes_its_credits_along()
    {
        var (companyId, creditId) = await HolderAsync(10);

        await Production.Companies.DeleteAsync(companyId, Cancellation);

        Assert.Empty(
            (
                await Production.CompanyCredits.ListGrantsAsync(
                    new CreditGrantsQuery { CreditId = creditId },
                    Cancellation
                )
            ).Data
        );
    }
}

public sealed class CompanyCreditStoreTestsOnSqlite(SqliteApi api)
    : CompanyCreditStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyCreditStoreTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyCreditStoreTests(api),
        IClassFixture<PostgreSqlApi>;

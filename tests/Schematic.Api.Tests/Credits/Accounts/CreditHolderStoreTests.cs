using System.Net;
using Schematic.Api.Tests.Credits.Ledger;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.Accounts;

public abstract class CreditHolderStoreTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task Companies_that_hold_credits_are_listed_by_how_many()
    {
        var credit = await NewCreditAsync();
        var (few, many, none) = (
            await HoldAsync(credit.Id, 10),
            await HoldAsync(credit.Id, 30),
            await HoldAsync(credit.Id, 5)
        );
        await HolderAsync(99);
        await ChangeAsync(none, credit.Id, DateTimeOffset.UtcNow, static account => LedgerSums.DrawNow(account, 5));
        await Production.CompanyCredits.AcquireLeaseAsync(
            new AcquireCreditLeaseRequestBody
            {
                CompanyId = many,
                CreditTypeId = credit.Id,
                RequestedAmount = 25,
            },
            Cancellation
        );
        var query = new CreditHoldersQuery { CreditId = credit.Id };

        var holders = (await Production.CompanyCredits.ListHoldersAsync(query, Cancellation)).Data;

        Assert.Equal(
            [(many, 5d, 25d, 30d, 30d), (few, 10d, 0d, 10d, 10d)],
            holders.Select(static one => (one.Company.Id, one.Remaining, one.Reserved, one.Settled, one.Total))
        );
        Assert.Equal(2, (await Production.CompanyCredits.CountHoldersAsync(query, Cancellation)).Data.Count);
        Assert.Equal(
            few,
            Assert
                .Single(
                    (
                        await Production.CompanyCredits.ListHoldersAsync(
                            query with
                            {
                                Limit = 1,
                                Offset = 1,
                            },
                            Cancellation
                        )
                    ).Data
                )
                .Company.Id
        );
        Assert.Equal(
            new HashSet<string> { few, many },
            (await Production.Companies.ListAsync(new CompaniesQuery { CreditTypeIds = [credit.Id] }, Cancellation))
                .Data.Select(static company => company.Id)
                .ToHashSet()
        );
    }

    [Fact]
    public async Task Holders_of_no_credit_type_are_not_found() =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await SendAsync("GET", "/billing/credits/balances?credit_id=bilcr_none")).Status
        );

    private async Task<string> HoldAsync(string creditId, long quantity)
    {
        var company = await NewCompanyAsync(Unique("domain"));
        await GrantAsync(Grant(company.Id, creditId, quantity));
        return company.Id;
    }
}

public sealed class CreditHolderStoreTestsOnSqlite(SqliteApi api)
    : CreditHolderStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class CreditHolderStoreTestsOnPostgreSql(PostgreSqlApi api)
    : CreditHolderStoreTests(api),
        IClassFixture<PostgreSqlApi>;

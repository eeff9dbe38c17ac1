using Schematic.Api.Credits.Ledger;
using Schematic.Api.Credits.SelfCheck;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Tests.Credits.Ledger;
using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.SelfCheck;

public abstract class CreditSelfCheckTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task Everything_that_can_happen_to_credits_agrees_with_the_ledger()
    {
        var (companyId, creditId) = await HolderAsync(100);
        await ChangeAsync(
            companyId,
            creditId,
            DateTimeOffset.UtcNow,
            static account =>
            {
                var now = DateTimeOffset.UtcNow.Cut();
                var lease = account.Acquire("crlse_checked", LedgerSums.Micro(50), now.AddHours(1), now)!;
                // Ten more than it holds; then it holds ten again.
                LedgerSums.DrawNow(account, 60, lease.Id);
                account.Extend(lease, LedgerSums.Micro(10), null, now);
                account.Refund(LedgerSums.Micro(5), LedgerSums.At(now), now);
                LedgerSums.DrawNow(account, 200);
                account.Refund(LedgerSums.Micro(7), LedgerSums.At(now), now);
                account.ZeroOut(account.Grants[^1], BillingCreditGrantZeroedOutReason.Manual, now);
                return 0;
            }
        );

        var found = await DifferencesAsync(companyId);

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("credit_balances", "remaining_micro_credits", "BalanceRemaining", 100d, 101d)]
    [InlineData("credit_balances", "reserved_micro_credits", "BalanceHeld LeaseHeld", 0d, 1d)]
    [InlineData("credit_balances", "total_micro_credits", "BalanceTotal", 100d, 101d)]
    [InlineData("credit_grants", "quantity_micro_credits", "GrantQuantity GrantUsed BalanceTotal", 100d, 101d)]
    public async Task What_is_changed_behind_the_ledgers_back_is_found(
        string table,
        string column,
        string kinds,
        double expected,
        double changed
    )
    {
        var (companyId, creditId) = await HolderAsync(100);
        await CorruptAsync(companyId, creditId, table, column, 1);

        var found = await DifferencesAsync(companyId);

        Assert.Equal(kinds, string.Join(' ', found.Select(static one => one.Kind)));
        Assert.Equal((expected, changed, creditId), (found[0].Expected, found[0].Found, found[0].CreditId));
        var last = (await Production.CompanyCredits.GetSelfCheckAsync(Cancellation)).Data;
        Assert.NotNull(last.CheckedAt);
        Assert.Equal(found, last.Differences.Where(one => one.CompanyId == companyId));
        Assert.Contains(Server.Logs.Errors, line => line.Message.Contains(companyId, StringComparison.Ordinal));
        await CorruptAsync(companyId, creditId, table, column, -1);
        Assert.Empty(await DifferencesAsync(companyId));
    }

    [Theory]
    [InlineData("remaining_delta", "GrantRemaining RunningBalance")]
    [InlineData("held_delta", "GrantHeld RunningBalance")]
    [InlineData("amount_micro_credits", "GrantQuantity")]
    [InlineData("settled_after", "RunningBalance")]
    public async Task A_row_of_the_ledger_that_is_changed_is_found(string column, string kinds)
    {
        var (companyId, creditId) = await HolderAsync(100);
        await CorruptAsync(companyId, creditId, "credit_ledger", column, 1);

        var found = await DifferencesAsync(companyId);

        Assert.Equal(kinds, string.Join(' ', found.Select(static one => one.Kind)));
        Assert.Equal(found[0].Kind != CreditDifferenceKind.RunningBalance, found[0].GrantId is not null);
        await CorruptAsync(companyId, creditId, "credit_ledger", column, -1);
    }

    [Fact]
    public async Task All_differences_are_counted_and_a_hundred_are_kept()
    {
        var credit = await NewCreditAsync();
        var companies = new List<string>();
        for (var i = 0; i <= CreditSelfCheck.KeptDifferences; i++)
        {
            var company = await NewCompanyAsync(Unique("domain"));
            await GrantAsync(Grant(company.Id, credit.Id, 10));
            await CorruptAsync(company.Id, credit.Id, "credit_balances", "total_micro_credits", 1);
            companies.Add(company.Id);
        }

        var result = (await Production.CompanyCredits.RunSelfCheckAsync(Cancellation)).Data;

        Assert.True(result.Accounts > CreditSelfCheck.KeptDifferences);
        Assert.Equal(CreditSelfCheck.KeptDifferences + 1, result.DifferenceCount);
        Assert.Equal(CreditSelfCheck.KeptDifferences, result.Differences.Count);
        foreach (var id in companies)
            await CorruptAsync(id, credit.Id, "credit_balances", "total_micro_credits", -1);
    }

    private async Task<IReadOnlyList<CreditDifference>> DifferencesAsync(string companyId)
    {
        var result = (await Production.CompanyCredits.RunSelfCheckAsync(Cancellation)).Data;
        return [.. result.Differences.Where(one => one.CompanyId == companyId)];
    }

    private async Task CorruptAsync(string companyId, string creditId, string table, string column, int credits) =>
        await Database.WriteAsync(
            await EnvironmentSeqAsync(),
            async (db, token) =>
            {
                var key = await KeyAsync(db, companyId, creditId, token);
                var name = new SqlLiteral(column);
                await db.ExecuteAsync(
                    new SqlText(
                        $"""
                        UPDATE {new SqlLiteral(table)} SET {name} = {name} + {credits * 1_000_000L}
                        WHERE company_seq = {key.CompanySeq} AND credit_type_seq = {key.CreditTypeSeq}
                        """
                    ),
                    token
                );
            },
            Cancellation
        );
}

public sealed class CreditSelfCheckTestsOnSqlite(SqliteApi api) : CreditSelfCheckTests(api), IClassFixture<SqliteApi>;

public sealed class CreditSelfCheckTestsOnPostgreSql(PostgreSqlApi api)
    : CreditSelfCheckTests(api),
        IClassFixture<PostgreSqlApi>;

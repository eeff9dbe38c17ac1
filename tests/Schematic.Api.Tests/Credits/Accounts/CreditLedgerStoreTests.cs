using System.Net;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Tests.Credits.Ledger;
using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.Accounts;

public abstract class CreditLedgerStoreTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task Usage_that_nothing_covers_is_in_the_ledger_without_a_grant()
    {
        var (companyId, creditId) = await HolderAsync(10);

        await ChangeAsync(
            companyId,
            creditId,
            DateTimeOffset.UtcNow,
            static account => LedgerSums.DrawNow(account, 15)
        );

        var rows = await LedgerAsync(
            new CreditLedgerQuery { CompanyId = companyId, EventType = CreditEventType.Usage }
        );
        Assert.Equal([(5d, true), (10d, false)], rows.Select(static row => (row.Amount, row.GrantId is null)));
        Assert.All(
            rows,
            static row => Assert.Equal((CreditUsageReason.Track, "evt_test"), (row.UsageReason, row.UsageEventId))
        );
        Assert.Equal(0, rows[1].GrantQuantityRemaining);
        await AssertBalancedAsync(companyId);
    }

    [Fact]
    public async Task Movements_are_found_by_credit_kind_feature_and_time()
    {
        var (companyId, creditId) = await HolderAsync(100);
        var other = await NewCreditAsync();
        await GrantAsync(Grant(companyId, other.Id, 5));
        var feature = await NewFeatureAsync(Unique("event"));
        var (now, past) = (DateTimeOffset.UtcNow, new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        var seq = await FeatureSeqAsync(feature.Id);
        await ChangeAsync(
            companyId,
            creditId,
            now,
            account => account.Draw(LedgerSums.Micro(3), new MovementCause(past, "evt_1", seq), now)
        );

        Assert.Equal(3, (await LedgerAsync(new CreditLedgerQuery { CompanyId = companyId })).Count);
        Assert.Equal(2, await CountAsync(new CreditLedgerQuery { CompanyId = companyId, BillingCreditId = creditId }));
        Assert.Equal(0, await CountAsync(new CreditLedgerQuery { CompanyId = companyId, BillingCreditId = "none" }));
        Assert.Equal(0, await CountAsync(new CreditLedgerQuery { CompanyId = companyId, FeatureId = "none" }));
        var used = Assert.Single(
            await LedgerAsync(new CreditLedgerQuery { CompanyId = companyId, FeatureId = feature.Id })
        );
        Assert.Equal(
            (feature.Id, feature.Name, 3d),
            (used.FeatureId, used.Feature!.Name, used.QuantityConsumed!.Value)
        );
        Assert.Equal(1, await CountAsync(Between("2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z")));
        Assert.Equal(0, await CountAsync(Between("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")));

        CreditLedgerQuery Between(string start, string end) =>
            new()
            {
                CompanyId = companyId,
                StartTime = start,
                EndTime = end,
            };
    }

    [Fact]
    public async Task The_old_address_answers_the_same()
    {
        var (companyId, _) = await HolderAsync(10);

        var (old, current) = (
            await SendAsync("GET", $"/billing/credits/ledger?company_id={companyId}"),
            await SendAsync("GET", $"/v2/billing/credits/ledger?company_id={companyId}")
        );

        Assert.Equal(current.Text, old.Text);
        Assert.Equal(1, old.Data.GetArrayLength());
        Assert.Equal(
            1,
            (await SendAsync("GET", $"/billing/credits/ledger/count?company_id={companyId}"))
                .Data.GetProperty("count")
                .GetInt64()
        );
    }

    [Theory]
    [InlineData("start_time", "yesterday")]
    [InlineData("end_time", "2026-01-02T00:00:00")]
    public async Task A_time_without_an_offset_is_refused(string name, string time)
    {
        var (companyId, _) = await HolderAsync(10);

        var reply = await SendAsync("GET", $"/v2/billing/credits/ledger?company_id={companyId}&{name}={time}");

        Assert.Equal((HttpStatusCode.BadRequest, name), (reply.Status, reply.Json.GetProperty("field").GetString()));
    }

    private async Task<int> CountAsync(CreditLedgerQuery query) => (await LedgerAsync(query)).Count;
}

public sealed class CreditLedgerStoreTestsOnSqlite(SqliteApi api)
    : CreditLedgerStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class CreditLedgerStoreTestsOnPostgreSql(PostgreSqlApi api)
    : CreditLedgerStoreTests(api),
        IClassFixture<PostgreSqlApi>;

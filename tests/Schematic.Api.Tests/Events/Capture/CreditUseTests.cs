using System.Net;
using System.Text.Json;
using Schematic.Api.Tests.Credits;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events.Capture;

/// <summary>
/// Events that are paid with credits. Sources: domain, credits and their worked examples; domain-events, D and G.
/// </summary>
public abstract class CreditUseTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task A_use_draws_its_rate_and_checks_know_at_once()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 5);
        await GrantAsync(Grant(company, credit, 100));
        Assert.True((await CheckAsync(feature, domain)).Value);

        await TrackAsync(feature, domain, 10);

        Assert.Equal(50, (await BalanceAsync(company)).Remaining);
        var entitlement = (await CheckAsync(feature, domain)).Entitlement!;
        Assert.Equal(
            (100d, 50d, 50d, 0d, 50d),
            (
                entitlement.CreditTotal!.Value,
                entitlement.CreditUsed!.Value,
                entitlement.CreditRemaining!.Value,
                entitlement.CreditReserved!.Value,
                entitlement.CreditSettled!.Value
            )
        );
        await AssertBalancedAsync(company);
    }

    [Fact]
    public async Task What_nothing_covers_is_recorded_and_the_check_denies()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 5);
        await GrantAsync(Grant(company, credit, 12));

        await TrackAsync(feature, domain, 3);

        Assert.Equal(0, (await BalanceAsync(company)).Remaining);
        Assert.False((await CheckAsync(feature, domain)).Value);
        var uses = await LedgerAsync(new CreditLedgerQuery { CompanyId = company, EventType = CreditEventType.Usage });
        Assert.Equal([(3d, true), (12d, false)], uses.Select(static row => (row.Amount, row.GrantId is null)));
        Assert.All(
            uses,
            row => Assert.Equal((feature.Id, CreditUsageReason.Track), (row.FeatureId, row.UsageReason!.Value))
        );
        Assert.Single(uses.Select(static row => row.UsageEventId).Distinct());
        await AssertBalancedAsync(company);
    }

    [Fact]
    public async Task A_refund_is_an_adjustment_that_is_drawn_first()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 5);
        var given = await GrantAsync(Grant(company, credit, 100));
        await TrackAsync(feature, domain, 10);

        await TrackAsync(feature, domain, -2);
        await TrackAsync(feature, domain, 1);

        var grants = await GrantsAsync(company);
        var adjustment = Assert.Single(
            grants,
            static grant => grant.GrantReason == BillingCreditGrantReason.Adjustment
        );
        Assert.Equal(5, adjustment.QuantityRemaining);
        Assert.Equal(50, grants.Single(grant => grant.Id == given.Id).QuantityRemaining);
        Assert.InRange(
            adjustment.ExpiresAt!.Value - DateTimeOffset.UtcNow,
            TimeSpan.FromDays(364),
            TimeSpan.FromDays(367)
        );
        await AssertBalancedAsync(company);
    }

    [Fact]
    public async Task Work_under_a_lease_spends_what_the_lease_holds()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 1);
        await GrantAsync(Grant(company, credit, 500));
        var lease = (
            await Production.CompanyCredits.AcquireLeaseAsync(
                new AcquireCreditLeaseRequestBody
                {
                    CompanyId = company,
                    CreditTypeId = credit,
                    RequestedAmount = 400,
                },
                Cancellation
            )
        ).Data;

        await TrackAsync(feature, domain, 260, lease.Id);
        await TrackAsync(feature, domain, 90, lease.Id);

        var held = await BalanceAsync(company);
        Assert.Equal((100d, 50d, 150d), (held.Remaining, held.Reserved, held.Settled));
        await Production.CompanyCredits.ReleaseLeaseAsync(lease.Id, new(), Cancellation);
        var after = await BalanceAsync(company);
        Assert.Equal((150d, 0d, 150d), (after.Remaining, after.Reserved, after.Settled));
        await AssertBalancedAsync(company);
    }

    [Fact]
    public async Task An_event_that_is_sent_twice_draws_once_and_one_from_the_past_draws_nothing()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 1);
        await GrantAsync(Grant(company, credit, 100));
        var sent = Use(feature, domain, 10) with { IdempotencyKey = Unique("key") };

        await Production.Events.CreateAsync(sent, Cancellation);
        await Production.Events.CreateAsync(sent, Cancellation);
        await Production.Events.CreateAsync(
            Use(feature, domain, 50) with
            {
                Backfill = true,
                SentAt = DateTimeOffset.UtcNow.AddDays(-40),
            },
            Cancellation
        );

        Assert.Equal(90, (await BalanceAsync(company)).Remaining);
    }

    [Fact]
    public async Task A_trusted_event_of_yesterday_draws_now_and_is_dated_yesterday()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 1);
        await GrantAsync(Grant(company, credit, 100));
        var yesterday = DateTimeOffset.UtcNow.AddDays(-1);

        await Production.Events.CreateAsync(
            Use(feature, domain, 50) with
            {
                TrustedClientClock = true,
                SentAt = yesterday,
            },
            Cancellation
        );

        Assert.Equal(50, (await BalanceAsync(company)).Remaining);
        var use = Assert.Single(
            await LedgerAsync(new CreditLedgerQuery { CompanyId = company, EventType = CreditEventType.Usage })
        );
        Assert.InRange((use.EventAt - yesterday).Duration(), TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task An_override_of_one_company_draws_from_its_own_credit_at_its_own_rate()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 5);
        await GrantAsync(Grant(company, credit, 100));
        await Production.Entitlements.CreateOverrideAsync(
            new CreateCompanyOverrideRequestBody
            {
                CompanyId = company,
                FeatureId = feature.Id,
                ValueType = EntitlementValueType.Credit,
                ValueCreditId = credit,
                CreditConsumptionRate = 0.1,
            },
            Cancellation
        );

        await TrackAsync(feature, domain, 3);

        Assert.Equal(99.7, (await BalanceAsync(company)).Remaining);
    }

    [Fact]
    public async Task A_company_with_a_limit_pays_nothing()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 5);
        await GrantAsync(Grant(company, credit, 100));
        await Production.Entitlements.CreateOverrideAsync(
            new CreateCompanyOverrideRequestBody
            {
                CompanyId = company,
                FeatureId = feature.Id,
                ValueType = EntitlementValueType.Numeric,
                ValueNumeric = 10,
            },
            Cancellation
        );

        await TrackAsync(feature, domain, 3);

        Assert.Equal(100, (await BalanceAsync(company)).Remaining);
    }

    [Fact]
    public async Task A_check_of_all_flags_and_the_company_tell_the_balances()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 1);
        await GrantAsync(Grant(company, credit, 100));
        await TrackAsync(feature, domain, 1);

        var all = (
            await Production.Flags.CheckAllAsync(
                new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        ).Data;

        Assert.Equal(
            new CompanyCreditBalance
            {
                Remaining = 99,
                Reserved = 0,
                Settled = 99,
            },
            all.CreditBalances![credit]
        );
        var detail = (await Production.Companies.GetAsync(company, Cancellation)).Data;
        Assert.Equal(99, detail.BillingCreditBalances![credit]);
        Assert.Equal(
            (99d, 1d),
            (
                detail.Entitlements.Single(one => one.FeatureId == feature.Id).CreditRemaining!.Value,
                detail.Entitlements.Single(one => one.FeatureId == feature.Id).CreditUsed!.Value
            )
        );
    }

    [Fact]
    public async Task Many_events_at_once_draw_each_credit_once_and_never_too_much()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 1);
        await GrantAsync(Grant(company, credit, 150));

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(async _ =>
                {
                    for (var i = 0; i < 10; i++)
                        await TrackAsync(feature, domain, 1);
                })
        );

        Assert.Equal(0, (await BalanceAsync(company)).Remaining);
        var uncovered = (
            await LedgerAsync(
                new CreditLedgerQuery
                {
                    CompanyId = company,
                    EventType = CreditEventType.Usage,
                    Limit = 250,
                }
            )
        ).Where(static row => row.GrantId is null);
        Assert.Equal(10, uncovered.Sum(static row => row.Amount));
        await AssertBalancedAsync(company);
    }

    [Fact]
    public async Task A_lease_that_is_no_text_is_refused() =>
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "body.lease_id",
            () =>
                Production.Events.CreateAsync(
                    new CreateEventRequestBody
                    {
                        EventType = EventType.Track,
                        Body = JsonSerializer.SerializeToElement(new { @event = "x", lease_id = 5 }),
                    },
                    Cancellation
                )
        );

    private async Task<IReadOnlyList<BillingCreditGrantResponseData>> GrantsAsync(string companyId) =>
        (
            await Production.CompanyCredits.ListCompanyGrantsAsync(
                new CompanyCreditGrantsQuery { CompanyId = companyId },
                Cancellation
            )
        ).Data;
}

public sealed class CreditUseTestsOnSqlite(SqliteApi api) : CreditUseTests(api), IClassFixture<SqliteApi>;

public sealed class CreditUseTestsOnPostgreSql(PostgreSqlApi api) : CreditUseTests(api), IClassFixture<PostgreSqlApi>;

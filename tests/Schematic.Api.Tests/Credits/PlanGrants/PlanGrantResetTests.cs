using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.PlanGrants;

/// <summary>Credits of plans as time passes. Accounts are locked as of a time to come, as the sweeper will.</summary>
public abstract class PlanGrantResetTests(ApiFixture api) : PlanGrantTopic(api)
{
    [Theory]
    [InlineData(BillingPlanCreditGrantResetCadence.Daily)]
    [InlineData(BillingPlanCreditGrantResetCadence.Weekly)]
    [InlineData(BillingPlanCreditGrantResetCadence.Monthly)]
    [InlineData(BillingPlanCreditGrantResetCadence.Quarterly)]
    [InlineData(BillingPlanCreditGrantResetCadence.Every6Months)]
    [InlineData(BillingPlanCreditGrantResetCadence.Yearly)]
    public async Task Credits_are_granted_anew_by_the_day_from_enrolment_and_by_the_calendar(
        BillingPlanCreditGrantResetCadence cadence
    )
    {
        var (companyId, creditId) = await HolderAsync(cadence, 0);
        var begun = (await GrantsAsync(companyId))[0].ValidFrom!.Value;
        var reset = cadence switch
        {
            BillingPlanCreditGrantResetCadence.Daily => begun.AddDays(1),
            BillingPlanCreditGrantResetCadence.Weekly => begun.AddDays(7),
            BillingPlanCreditGrantResetCadence.Monthly => PeriodAfter(begun, 1),
            BillingPlanCreditGrantResetCadence.Quarterly => PeriodAfter(begun, 3),
            BillingPlanCreditGrantResetCadence.Every6Months => PeriodAfter(begun, 6),
            _ => PeriodAfter(begun, 12),
        };

        await CatchUpAsync(companyId, creditId, reset - TimeSpan.FromMicroseconds(1));
        Assert.Equal(["Grant 100"], await RowsAsync(companyId));
        await CatchUpAsync(companyId, creditId, reset);

        Assert.Equal(["Grant 100", "PlanPeriodReset 100", "Grant 100"], await RowsAsync(companyId));
        Assert.Equal(reset, (await GrantsAsync(companyId))[1].ValidFrom);
    }

    [Fact]
    public async Task Half_of_what_is_left_rolls_over_once_and_ends_at_the_next_reset()
    {
        var (companyId, creditId) = await HolderAsync(BillingPlanCreditGrantResetCadence.Monthly, 50);
        var begun = (await GrantsAsync(companyId))[0].ValidFrom!.Value;
        await DrawAsync(creditId, companyId, 40);

        await CatchUpAsync(companyId, creditId, PeriodAfter(begun, 1));

        var grants = await GrantsAsync(companyId);
        var rollover = grants.Single(static one => one.GrantReason == BillingCreditGrantReason.Rollover);
        Assert.Equal(
            (30d, grants[0].Id, PeriodAfter(begun, 1).AddMonths(1)),
            (rollover.QuantityRemaining, rollover.SourceGrantId, rollover.ExpiresAt)
        );
        Assert.Equal(130, grants.Sum(static one => one.QuantityRemaining));

        await CatchUpAsync(companyId, creditId, PeriodAfter(begun, 1).AddMonths(1));
        // Half of the second hundred: what had rolled over does not roll again.
        Assert.Equal(150, (await GrantsAsync(companyId)).Sum(static one => one.QuantityRemaining));
    }

    [Fact]
    public async Task A_year_in_steps_and_at_once_leaves_the_same_ledger()
    {
        var (planId, creditId) = await IncludedAsync(BillingPlanCreditGrantResetCadence.Monthly, 50);
        var stepped = await NewCompanyAsync(Unique("domain"));
        var atOnce = await NewCompanyAsync(Unique("domain"));
        await AssignAsync(stepped.Id, planId);
        await AssignAsync(atOnce.Id, planId);
        var begun = (await GrantsAsync(stepped.Id))[0].ValidFrom!.Value;

        for (var day = 5; day <= 365; day += 5)
            await CatchUpAsync(stepped.Id, creditId, begun.AddDays(day));
        await CatchUpAsync(atOnce.Id, creditId, begun.AddDays(365));

        var rows = await RowsAsync(atOnce.Id, withTime: true);
        Assert.Equal((await RowsAsync(stepped.Id, withTime: true)).Skip(1), rows.Skip(1));
        Assert.True(rows.Count > 40, $"Only {rows.Count} rows.");
    }

    // Without a subscription, billing periods are the calendar's.
    private static DateTimeOffset PeriodAfter(DateTimeOffset time, int months) =>
        new DateTimeOffset(time.Year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(
            (((time.Month - 1) / months) + 1) * months
        );

    private Task CatchUpAsync(string companyId, string creditId, DateTimeOffset now) =>
        ChangeAsync(companyId, creditId, now, static _ => 0);

    private async Task<(string PlanId, string CreditId)> IncludedAsync(
        BillingPlanCreditGrantResetCadence cadence,
        long rollover
    )
    {
        var (plan, credit) = (await NewPlanAsync(), await NewCreditAsync());
        await IncludeAsync(
            Included(plan.Id, credit.Id, 100) with
            {
                ResetCadence = cadence,
                ResetStart = BillingPlanCreditGrantResetStart.BillingPeriod,
                RolloverPercentage = rollover,
            }
        );
        await PublishAsync(plan.Id);
        return (plan.Id, credit.Id);
    }

    private async Task<(string CompanyId, string CreditId)> HolderAsync(
        BillingPlanCreditGrantResetCadence cadence,
        long rollover
    )
    {
        var (planId, creditId) = await IncludedAsync(cadence, rollover);
        var company = await NewCompanyAsync(Unique("domain"));
        await AssignAsync(company.Id, planId);
        return (company.Id, creditId);
    }

    /// <summary>Rows of the ledger, oldest first.</summary>
    private async Task<IReadOnlyList<string>> RowsAsync(string companyId, bool withTime = false) =>
        [
            .. (await LedgerAsync(new CreditLedgerQuery { CompanyId = companyId, Limit = 250 }))
                .Reverse()
                .Select(row =>
                    FormattableString.Invariant(
                        $"{row.ZeroedOutReason?.ToString() ?? row.EventType.ToString()} {row.Amount}"
                    ) + (withTime ? FormattableString.Invariant($" {row.EventAt:O}") : "")
                ),
        ];
}

public sealed class PlanGrantResetTestsOnSqlite(SqliteApi api) : PlanGrantResetTests(api), IClassFixture<SqliteApi>;

public sealed class PlanGrantResetTestsOnPostgreSql(PostgreSqlApi api)
    : PlanGrantResetTests(api),
        IClassFixture<PostgreSqlApi>;

using Microsoft.EntityFrameworkCore;
using Schematic.Api.Credits.Accounts;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Rules.Facts;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.Ledger;

/// <summary>
/// Random operations on stored accounts, each in a transaction of its own, beside a model that knows nothing of them:
/// after every step both hold the same, and the ledger alone gives what is stored. Times are in the future, so that the
/// server's own sweeps leave the accounts alone.
/// </summary>
public abstract class CreditModelTests(ApiFixture api) : CreditTopic(api)
{
    private const int Plans = 3;
    private static readonly DateTimeOffset Start = new(2040, 1, 15, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task A_thousand_operations_leave_what_the_rules_say(int seed) => RunAsync(seed, 1_000);

    [Fact]
    [Trait("Category", "Long")]
    public Task A_hundred_thousand_operations_leave_what_the_rules_say() => RunAsync(77, 100_000);

    private async Task RunAsync(int seed, int steps)
    {
        var dice = new Random(seed);
        var environment = await EnvironmentSeqAsync();
        var accounts = await NewAccountsAsync(environment, Math.Max(4, steps / 1_000));
        var now = Start;
        for (var step = 0; step < steps; step++)
        {
            now += Pause(dice);
            var pair = accounts[dice.Next(accounts.Count)];
            var operation = await Database.WriteAsync(
                environment,
                async (db, token) =>
                {
                    var writer = new CreditAccountWriter(db, now);
                    var stored = await writer.LockAsync(pair.Key, token);
                    stored.Account.AutoTopup = pair.StoredTopUp;
                    pair.Model.CatchUp(now);
                    var done = Step(dice, stored.Account, pair, now);
                    await writer.SaveAsync(token);
                    return done;
                },
                Cancellation
            );
            await AssertSameAsync(environment, pair, $"step {step} ({operation}) of seed {seed}");
        }

        foreach (var pair in accounts)
            await AssertSameLedgerAsync(environment, pair);
    }

    private static TimeSpan Pause(Random dice) =>
        dice.Next(100) switch
        {
            < 60 => TimeSpan.FromSeconds(dice.Next(1, 10)),
            < 90 => TimeSpan.FromMinutes(dice.Next(1, 20)),
            < 98 => TimeSpan.FromHours(dice.Next(1, 40)),
            _ => TimeSpan.FromDays(dice.Next(1, 100)),
        };

    private static string Step(Random dice, CreditAccount account, Pair pair, DateTimeOffset now)
    {
        var model = pair.Model;
        var amount = dice.Next(1, 60_000_000);
        var credits = amount / 1_000_000m;
        switch (dice.Next(100))
        {
            case < 14:
                var (reason, end) = (
                    dice.Next(2) == 0 ? BillingCreditGrantReason.Free : BillingCreditGrantReason.Purchased,
                    dice.Next(3) == 0 ? (DateTimeOffset?)null : now.AddHours(dice.Next(1, 2_000))
                );
                account.Give(reason, amount * 4L, now, end);
                model.Give(reason, credits * 4, now, end);
                return "give";
            case < 55:
                var lease = dice.Next(2) == 0 ? account.OpenLease?.Id ?? "crlse_gone" : null;
                var uncovered = account.Draw(amount, new MovementCause(now, "evt_1"), now, lease);
                Assert.Equal(model.Draw(credits, now, lease), uncovered / 1_000_000m);
                return "draw";
            case < 62:
                account.Refund(amount, new MovementCause(now, "evt_1"), now);
                model.Refund(credits, now);
                return "refund";
            case < 72:
                var id = $"crlse_{dice.NextInt64():x16}";
                var opened = account.Acquire(id, amount * 2L, now.AddMinutes(5), now);
                Assert.Equal(model.Acquire(id, credits * 2, now.AddMinutes(5), now), opened is not null);
                return "acquire";
            case < 78 when account.OpenLease is { } open:
                account.Extend(open, amount, null, now);
                model.Extend(credits, now);
                return "extend";
            case < 84 when account.OpenLease is { } open:
                account.Release(open, now);
                model.Release(now);
                return "release";
            case < 88
                when account.Grants.Where(static grant => grant.RemainingMicroCredits > 0).ToList()
                    is { Count: > 0 } left:
                var number = left[dice.Next(left.Count)].Number;
                account.ZeroOut(
                    account.Grants.Single(grant => grant.Number == number),
                    BillingCreditGrantZeroedOutReason.Manual,
                    now
                );
                model.Remove(model.Grants[(int)number - 1], "manual", now);
                return "zero out";
            case < 93:
                ChangePlan(dice, account, model, amount, now);
                return "plan change";
            default:
                return "catch up";
        }
    }

    // From whatever plan it was on to one with other credits, or to none.
    private static void ChangePlan(
        Random dice,
        CreditAccount account,
        ModelAccount model,
        long amount,
        DateTimeOffset now
    )
    {
        for (var left = 1; left <= Plans; left++)
        {
            account.LeavePlan(left, now);
            model.LeavePlan(left, now);
        }

        if (dice.Next(5) == 0)
            return;
        var (plan, cadence) = (dice.Next(1, Plans + 1), Known<BillingPlanCreditGrantResetCadence>()[dice.Next(6)]);
        var rollover = ResetCalendar.RollsOver(cadence) ? dice.Next(0, 101) : 0;
        account.Begin(
            new CreditRenewal
            {
                Terms = new RenewalTerms(amount, cadence, FollowsBilling: false, BillingCreditGrantReason.Plan)
                {
                    Resets = true,
                    RolloverPercentage = rollover,
                    Origin = new GrantOrigin(PlanSeq: plan),
                },
                EnrolledAt = now,
            },
            now
        );
        model.Begin(new ModelRenewal(plan, amount / 1_000_000m, cadence, rollover, now), now);
    }

    private async Task AssertSameAsync(int environment, Pair pair, string where)
    {
        await using var db = Database.Open(environment);
        var balance = await db.CreditBalances.SingleAsync(
            row => row.CompanySeq == pair.Key.CompanySeq && row.CreditTypeSeq == pair.Key.CreditTypeSeq,
            Cancellation
        );
        Assert.True(
            (pair.Model.Remaining, pair.Model.Reserved)
                == (balance.RemainingMicroCredits / 1_000_000m, balance.ReservedMicroCredits / 1_000_000m),
            $"{where}: the model has {pair.Model.Remaining} and {pair.Model.Reserved}, "
                + $"stored are {balance.RemainingMicroCredits} and {balance.ReservedMicroCredits}."
        );
        var sums = await Movements(db, pair)
            .GroupBy(static row => 1)
            .Select(static rows => new
            {
                Remaining = rows.Sum(row => row.RemainingDelta),
                Held = rows.Sum(row => row.HeldDelta),
            })
            .SingleOrDefaultAsync(Cancellation);
        Assert.True(
            (sums?.Remaining ?? 0, sums?.Held ?? 0) == (balance.RemainingMicroCredits, balance.ReservedMicroCredits),
            $"{where}: the ledger does not give the balance."
        );
    }

    private async Task AssertSameLedgerAsync(int environment, Pair pair)
    {
        await using var db = Database.Open(environment);
        var rows = await Movements(db, pair).OrderBy(static row => row.Seq).ToListAsync(Cancellation);
        Assert.Equal(
            pair.Model.Ledger,
            rows.Select(static row => new ModelMovement(
                What(row),
                row.GrantNumber,
                row.AmountMicroCredits / 1_000_000m,
                row.EventAt
            ))
        );
        var grants = await db
            .CreditGrants.Where(row =>
                row.CompanySeq == pair.Key.CompanySeq && row.CreditTypeSeq == pair.Key.CreditTypeSeq
            )
            .OrderBy(static row => row.Number)
            .ToListAsync(Cancellation);
        Assert.Equal(
            pair.Model.Grants.Select(static grant => (grant.Number, grant.Remaining, grant.Held)),
            grants.Select(static row =>
                (row.Number, row.RemainingMicroCredits / 1_000_000m, row.HeldMicroCredits / 1_000_000m)
            )
        );
    }

    private static IQueryable<CreditLedgerRow> Movements(SchematicDb db, Pair pair) =>
        db.CreditLedger.Where(row =>
            row.CompanySeq == pair.Key.CompanySeq && row.CreditTypeSeq == pair.Key.CreditTypeSeq
        );

    private static string What(CreditLedgerRow row) =>
        row.EventType switch
        {
            CreditEventType.Usage => WireEnum<CreditUsageReason>.ToWire(row.UsageReason!.Value),
            CreditEventType.ZeroOut => WireEnum<BillingCreditGrantZeroedOutReason>.ToWire(row.ZeroedOutReason!.Value),
            _ => WireEnum<CreditEventType>.ToWire(row.EventType),
        };

    private async Task<List<Pair>> NewAccountsAsync(int environment, int count)
    {
        var accounts = new List<Pair>();
        var strategies = Known<BillingCreditBurnStrategy>();
        var credits = new List<BillingCreditResponseData>();
        foreach (var strategy in strategies)
        {
            var credit = await NewCreditAsync();
            await Production.Credits.UpdateAsync(
                credit.Id,
                new UpdateBillingCreditRequestBody
                {
                    Name = credit.Name,
                    Description = "",
                    BurnStrategy = strategy,
                },
                Cancellation
            );
            credits.Add(credit);
        }

        for (var i = 0; i < count; i++)
        {
            var company = await NewCompanyAsync(Unique("domain"));
            await using var db = Database.Open(environment);
            var key = await KeyAsync(db, company.Id, credits[i % strategies.Length].Id, Cancellation);
            // Some accounts are never short of credits.
            var topsUp = i % 4 == 3;
            accounts.Add(
                new Pair(
                    key,
                    new ModelAccount(strategies[i % strategies.Length]) { TopUp = topsUp ? (10, 50) : null },
                    topsUp ? new AutoTopup(10 * MicroCredits.One, 50 * MicroCredits.One, CreditLifetime.Endless) : null
                )
            );
        }

        return accounts;
    }

    private static T[] Known<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(static value => Convert.ToInt32(value) != 0)];

    private sealed record Pair(AccountKey Key, ModelAccount Model, AutoTopup? StoredTopUp);
}

public sealed class CreditModelTestsOnSqlite(SqliteApi api) : CreditModelTests(api), IClassFixture<SqliteApi>;

public sealed class CreditModelTestsOnPostgreSql(PostgreSqlApi api)
    : CreditModelTests(api),
        IClassFixture<PostgreSqlApi>;

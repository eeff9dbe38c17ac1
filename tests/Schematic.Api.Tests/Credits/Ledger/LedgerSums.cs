using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Tests.Credits.Ledger;

/// <summary>Accounts for tests, in whole credits, and what must hold of every one of them.</summary>
internal static class LedgerSums
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 10, 12, 0, 0, TimeSpan.Zero);

    public static CreditAccount Account(
        BillingCreditBurnStrategy strategy = BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut
    ) => new(strategy);

    public static long Micro(double credits) => MicroCredits.FromWire(credits)!.Value;

    public static MovementCause At(DateTimeOffset time) => new(time);

    /// <summary>Spends credits below the API, as an event does.</summary>
    public static long DrawNow(CreditAccount account, double credits, string? leaseId = null)
    {
        var now = DateTimeOffset.UtcNow.Cut();
        return account.Draw(Micro(credits), new MovementCause(now, "evt_test"), now, leaseId);
    }

    extension(CreditAccount account)
    {
        public CreditGrant Give(
            double credits,
            BillingCreditGrantReason reason = BillingCreditGrantReason.Free,
            DateTimeOffset? from = null,
            DateTimeOffset? expiresAt = null
        ) => account.Give(reason, Micro(credits), from ?? Noon, expiresAt);

        public double Remaining(DateTimeOffset? now = null) => MicroCredits.ToWire(account.RemainingAt(now ?? Noon));

        public double Reserved => MicroCredits.ToWire(account.ReservedMicroCredits);

        public double Settled => MicroCredits.ToWire(account.SettledMicroCredits);

        /// <summary>The ledger as text, one movement after the other.</summary>
        public string Ledger =>
            string.Join(
                ", ",
                account.Movements.Select(static one =>
                    $"{one.Grant?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}: "
                    + $"{one.UsageReason?.ToString() ?? one.ZeroedOutReason?.ToString() ?? one.Type.ToString()} "
                    + FormattableString.Invariant($"{MicroCredits.ToWire(one.AmountMicroCredits)}")
                )
            );

        /// <summary>Fails unless the ledger alone gives every grant, and no number is below zero.</summary>
        public void AssertBalanced()
        {
            foreach (var grant in account.Grants)
            {
                var rows = account.Movements.Where(one => one.Grant == grant).ToList();
                Assert.Equal(grant.RemainingMicroCredits, rows.Sum(static one => one.RemainingDelta));
                Assert.Equal(grant.HeldMicroCredits, rows.Sum(static one => one.HeldDelta));
                Assert.True(grant is { RemainingMicroCredits: >= 0, HeldMicroCredits: >= 0 });
                Assert.True(grant.RemainingMicroCredits + grant.HeldMicroCredits <= grant.QuantityMicroCredits);
            }

            Assert.Equal(
                account.SettledMicroCredits,
                account.Movements.Sum(static one => one.RemainingDelta + one.HeldDelta)
            );
        }
    }
}

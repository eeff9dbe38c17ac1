using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Ledger;

/// <summary>Changes to credits that a plan gives while the company has it.</summary>
internal static class CreditPlanWork
{
    extension(CreditAccount account)
    {
        /// <summary>The grant that was given last, if anything can still become of it.</summary>
        public CreditGrant? CurrentOf(CreditRenewal renewal) =>
            account.Grants.FirstOrDefault(one => one.Number == renewal.CurrentNumber);

        /// <summary>
        /// Gives on other terms from the next reset on. The number of licenses counts at once, and where the credits
        /// begin or cease to scale with it, they are given anew.
        /// </summary>
        public void ChangeTerms(CreditRenewal renewal, RenewalTerms terms, DateTimeOffset now)
        {
            var before = renewal.Terms;
            renewal.Terms = terms;
            renewal.NextAt ??= renewal.After(now);
            if (before.Licenses is null != terms.Licenses is null)
            {
                if (account.CurrentOf(renewal) is { } old)
                    account.ZeroOut(old, BillingCreditGrantZeroedOutReason.PlanChange, now);
                account.GiveNow(renewal, now);
            }
            else if (before.Licenses != terms.Licenses && account.CurrentOf(renewal) is { } current)
                account.ResizeOpen(current, terms.QuantityMicroCredits, now);
        }

        /// <summary>
        /// Gives no more. What was given last ends when it would have been reset, or at once.
        /// </summary>
        public void End(CreditRenewal renewal, bool removesCredits, DateTimeOffset now)
        {
            account.Renewals.Remove(renewal);
            if (removesCredits)
            {
                var origin = renewal.Terms.Origin;
                foreach (var grant in account.Grants.Where(one => one.IsOpen))
                {
                    if (grant.Number == renewal.CurrentNumber || grant.Origin.PlanGrantSeq == origin.PlanGrantSeq)
                        account.ZeroOut(grant, BillingCreditGrantZeroedOutReason.PlanChange, now);
                }
            }
            else if (account.CurrentOf(renewal) is { } last && renewal.NextAt is { } end && !(last.ExpiresAt < end))
                last.ExpiresAt = end;
        }

        private void ResizeOpen(CreditGrant grant, long microCredits, DateTimeOffset now)
        {
            if (grant.ZeroedOutAt is null && !grant.HasExpired(now))
                account.Resize(grant, microCredits, now);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Schematic.Api.Credits;
using Schematic.Api.Credits.Accounts;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Credits.PlanGrants;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Setup;

/// <summary>
/// AI credits: sold in bundles, included in an add-on, and burnt down by three months of answers. One company bought
/// more, which is about to expire; one was given some back; one has used up everything; one holds some for a task.
/// </summary>
internal sealed class SampleCredits(SchematicDb db, DateTimeOffset now)
{
    public const string Event = "ai-answer";
    private const string Name = "AI credits";
    private const long Rate = 2 * MicroCredits.One;

    /// <summary>Numbers of the companies with the add-on.</summary>
    public static readonly int[] Holders = [1, 2, 3, 5, 12, 17, 20];

    public static Task<CreditTypeRow> TypeAsync(SchematicDb db, CancellationToken cancellationToken) =>
        db.CreditTypes.SingleAsync(static row => row.Name == Name, cancellationToken);

    public async Task AddTypesAsync(CancellationToken cancellationToken)
    {
        var at = now.AddDays(-90);
        var type = new CreditTypeRow
        {
            Id = NewId.For(CreditTypeRow.IdPrefix, at),
            EnvironmentSeq = db.EnvironmentSeq,
            Name = Name,
            Description = "What answers of the assistant cost.",
            SingularName = "AI credit",
            PluralName = "AI credits",
            BurnStrategy = BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut,
            DefaultExpiryUnit = BillingCreditExpiryUnit.Days,
            DefaultRolloverPolicy = BillingCreditRolloverPolicy.None,
            Currency = "usd",
            Prices = new CreditPrices([new CreditPrice("usd", 3), new CreditPrice("eur", 2.8m)]).Write(),
            CreatedAt = at,
            UpdatedAt = at,
        };
        db.Add(type);
        await db.SaveChangesAsync(cancellationToken);
        foreach (
            var (name, quantity, price) in new[] { ("500 AI credits", 500, 2.5m), ("2,000 AI credits", 2_000, 2m) }
        )
            db.Add(Bundle(type, name, quantity, price, at));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Lets happen all that happened to the companies' credits, in the order of time.</summary>
    public async Task SpendAsync(
        IReadOnlyList<SampleCompany> companies,
        IReadOnlyList<SampleAnswer> answers,
        CancellationToken cancellationToken
    )
    {
        var type = await TypeAsync(db, cancellationToken);
        var bundle = await db
            .CreditBundles.Where(row => row.CreditTypeSeq == type.Seq)
            .OrderBy(static row => row.Seq)
            .FirstAsync(cancellationToken);
        var feature = await SampleFeatures.GetAsync(db, SampleFeatures.Answers, cancellationToken);
        var included = await db.PlanCreditGrants.SingleAsync(row => row.CreditTypeSeq == type.Seq, cancellationToken);
        var enrolled = await db
            .CompanyPlans.Where(row => row.PlanSeq == included.PlanSeq)
            .ToDictionaryAsync(static row => row.CompanySeq, static row => row.AddedAt, cancellationToken);
        // Read before the first of it; each step then catches up to its own time.
        var writer = new CreditAccountWriter(db, enrolled.Values.Min());
        var accounts = await writer.LockAsync(
            [.. Holders.Select(number => new AccountKey(companies[number].Seq, type.Seq))],
            cancellationToken
        );
        foreach (var number in Holders)
        {
            var stored = accounts[new AccountKey(companies[number].Seq, type.Seq)];
            var since = enrolled[companies[number].Seq];
            var steps = answers
                .Where(answer => answer.Company == number)
                .Select(answer => new Step(
                    answer.At,
                    account =>
                        account.Draw(
                            answer.Quantity * Rate,
                            new MovementCause(answer.At, answer.EventId, feature.Seq),
                            answer.At
                        )
                ))
                .Append(
                    new Step(
                        since,
                        account =>
                            account.Begin(
                                new CreditRenewal { Terms = included.RenewalFor(0), EnrolledAt = since },
                                since
                            )
                    )
                )
                .Concat(Occasions(number, stored, bundle));
            foreach (var step in steps.OrderBy(static step => step.At))
            {
                stored.Account.CatchUp(step.At);
                step.Run(stored.Account);
            }

            stored.Account.CatchUp(now);
        }

        await writer.SaveAsync(cancellationToken);
    }

    private IEnumerable<Step> Occasions(int number, StoredAccount stored, CreditBundleRow bundle)
    {
        var (bought, thanked) = (now.AddDays(-18).Cut(), now.AddDays(-9).Cut());
        if (number is 1 or 3)
            yield return new Step(
                bought,
                account =>
                    stored.Describe(
                        account.Give(
                            BillingCreditGrantReason.Purchased,
                            500 * MicroCredits.One,
                            bought,
                            number == 1 ? bought.AddDays(30) : null,
                            new GrantOrigin(BundleSeq: bundle.Seq)
                        ),
                        new NewGrant(null, bundle.Currency, null)
                    )
            );
        if (number is 3 or 17)
            yield return new Step(
                thanked,
                account =>
                    account.Give(BillingCreditGrantReason.Free, 150 * MicroCredits.One, thanked, thanked.AddDays(60))
            );
        if (number is 2)
            yield return new Step(
                thanked,
                account => account.Refund(40 * MicroCredits.One, new MovementCause(thanked), thanked)
            );
        if (number is 20)
            yield return new Step(
                now,
                account =>
                    account.Acquire(
                        NewId.For(CreditLeaseRow.IdPrefix, now),
                        120 * MicroCredits.One,
                        now.AddHours(1),
                        now
                    )
            );
    }

    private CreditBundleRow Bundle(CreditTypeRow type, string name, long quantity, decimal price, DateTimeOffset at) =>
        new()
        {
            Id = NewId.For(CreditBundleRow.IdPrefix, at),
            EnvironmentSeq = db.EnvironmentSeq,
            CreditTypeSeq = type.Seq,
            Name = name,
            Status = BillingCreditBundleStatus.Active,
            BundleType = BillingCreditBundleType.Fixed,
            Quantity = quantity,
            ExpiryType = BillingCreditExpiryType.NoExpiry,
            ExpiryUnit = BillingCreditExpiryUnit.Days,
            Currency = type.Currency,
            Prices = new CreditPrices([new CreditPrice(type.Currency, price)]).Write(),
            CompatiblePlanIds = "[]",
            CreatedAt = at,
            UpdatedAt = at,
        };

    private sealed record Step(DateTimeOffset At, Action<CreditAccount> Run);
}

/// <summary>A use that was paid with credits.</summary>
/// <param name="Company">Number of the invented company.</param>
internal sealed record SampleAnswer(int Company, string EventId, int Quantity, DateTimeOffset At);

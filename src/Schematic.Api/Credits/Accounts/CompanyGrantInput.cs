using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Accounts;

/// <summary>Credits to give to a company, checked.</summary>
/// <param name="Currency">ISO 4217 code in lower case; null if they were not bought.</param>
internal sealed record CompanyGrantInput(
    AccountKey Account,
    BillingCreditGrantReason Reason,
    long QuantityMicroCredits,
    DateTimeOffset? ExpiresAt,
    GrantOrigin Origin,
    string? Currency
)
{
    private static readonly BillingCreditGrantReason[] OfTheServer =
    [
        BillingCreditGrantReason.Plan,
        BillingCreditGrantReason.Rollover,
        BillingCreditGrantReason.BillingCreditAutoTopup,
    ];

    /// <summary>Why they are given; null if nobody said.</summary>
    public string? Note { get; init; }

    /// <summary>Null if they are given once.</summary>
    public RenewalTerms? Renewal { get; init; }

    public static async Task<CompanyGrantInput> CheckAsync(
        SchematicDb db,
        CreateCompanyCreditGrant body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var company = await CompanyCreditStore.FindCompanyAsync(db, body.CompanyId, cancellationToken);
        var credit = await CreditTypeStore.FindAsync(db, body.CreditId, cancellationToken, "credit_id");
        var bundle = await BundleAsync(db, body, company, credit, cancellationToken);
        CheckReason(body.Reason);
        var amount =
            MicroCredits.FromWhole(body.Quantity)
            ?? throw ApiProblem.BadRequest($"quantity must be at most {MicroCredits.MaxCredits}.", "quantity");
        var lifetime = Lifetime(body) ?? bundle?.Lifetime() ?? credit.DefaultLifetime();
        var origin = new GrantOrigin(BundleSeq: bundle?.Seq);
        return new CompanyGrantInput(
            new AccountKey(company.Seq, credit.Seq),
            body.Reason,
            amount,
            EndOf(body, lifetime, now),
            origin,
            body.Currency is { } currency ? CreditPrices.CheckCurrency(currency, "currency") : bundle?.Currency
        )
        {
            Note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note.Trim(),
            Renewal = Renews(body)
                ? new RenewalTerms(
                    amount,
                    BillingPlanCreditGrantResetCadence.Monthly,
                    body.RenewalPeriod != BillingPlanCreditGrantResetStart.FirstOfMonth,
                    body.Reason
                )
                {
                    Lifetime = lifetime,
                    Origin = origin,
                }
                : null,
        };
    }

    private static async Task<CreditBundleRow?> BundleAsync(
        SchematicDb db,
        CreateCompanyCreditGrant body,
        CompanyRow company,
        CreditTypeRow credit,
        CancellationToken cancellationToken
    )
    {
        if (body.CreditBundleId is not { } id)
            return null;
        var bundle = await CreditBundleStore.FindAsync(db, id, cancellationToken, "credit_bundle_id");
        if (bundle.CreditTypeSeq != credit.Seq)
            throw ApiProblem.BadRequest(
                "credit_bundle_id names a bundle of another credit than credit_id.",
                "credit_bundle_id"
            );
        if (body.Reason != BillingCreditGrantReason.Purchased)
            throw ApiProblem.BadRequest("reason must be purchased for credits of a bundle.", "reason");
        if (body.Quantity % bundle.Quantity != 0)
            throw ApiProblem.BadRequest(
                $"quantity must be a multiple of {bundle.Quantity}, the credits in the bundle.",
                "quantity"
            );
        if (bundle.Status != BillingCreditBundleStatus.Active)
            throw ApiProblem.Conflict(
                $"\"{ApiProblem.Shorten(bundle.Name)}\" is inactive, and sold no more. Make it active first.",
                "credit_bundle_id"
            );
        await RequirePlanAsync(db, bundle, company, cancellationToken);
        return bundle;
    }

    private static async Task RequirePlanAsync(
        SchematicDb db,
        CreditBundleRow bundle,
        CompanyRow company,
        CancellationToken cancellationToken
    )
    {
        var ids = JsonSerializer.Deserialize<IReadOnlyList<string>>(bundle.CompatiblePlanIds)!;
        if (ids.Count == 0)
            return;
        var plans = db.Plans.Where(row => EF.Parameter(ids).Contains(row.Id));
        if (
            !await db.CompanyPlans.AnyAsync(
                row => row.CompanySeq == company.Seq && plans.Any(plan => plan.Seq == row.PlanSeq),
                cancellationToken
            )
        )
            throw ApiProblem.Conflict(
                $"\"{ApiProblem.Shorten(bundle.Name)}\" is not sold to companies on the plans of "
                    + $"\"{ApiProblem.Shorten(company.Name)}\". Add one of its plans to the bundle first.",
                "credit_bundle_id"
            );
    }

    private static void CheckReason(BillingCreditGrantReason reason)
    {
        if (OfTheServer.Contains(reason))
            throw ApiProblem.BadRequest(
                "reason must be purchased, free or adjustment; the server grants the others itself.",
                "reason"
            );
    }

    private static CreditLifetime? Lifetime(CreateCompanyCreditGrant body)
    {
        if (body.ExpiryType == BillingCreditExpiryType.EndOfTrial)
            throw ApiProblem.BadRequest(
                "expiry_type cannot be end_of_trial: the company is on no trial. "
                    + "Give the credits a date or a duration.",
                "expiry_type"
            );
        if (body.BillingPeriodsCount is not { } periods)
            return CreditExpiryInput.Check(body.ExpiryType, body.ExpiryUnit, body.ExpiryUnitCount);
        if (body.ExpiryUnitCount is not null)
            throw ApiProblem.BadRequest(
                "billing_periods_count and expiry_unit_count exclude each other. Give one of them.",
                "billing_periods_count"
            );
        return CreditExpiryInput.Check(
            BillingCreditExpiryType.Duration,
            BillingCreditExpiryUnit.BillingPeriods,
            periods
        );
    }

    private static DateTimeOffset? EndOf(CreateCompanyCreditGrant body, CreditLifetime lifetime, DateTimeOffset now)
    {
        if (body.ExpiresAt is not { } end)
            return lifetime.EndFrom(now);
        if (end <= now)
            throw ApiProblem.BadRequest(
                "expires_at is in the past: these credits could never be spent. Give a time to come.",
                "expires_at"
            );
        return end.Cut();
    }

    private static bool Renews(CreateCompanyCreditGrant body)
    {
        if (body.RenewalEnabled != true && body.RenewalPeriod is not null)
            throw ApiProblem.BadRequest(
                "renewal_period is for credits that are given again. Set renewal_enabled to true, or leave it out.",
                "renewal_period"
            );
        if (body.RenewalEnabled == true && body.ExpiresAt is not null)
            throw ApiProblem.BadRequest(
                "expires_at cannot be given for credits that are given again: each grant would end then. "
                    + "Give a duration.",
                "expires_at"
            );
        return body.RenewalEnabled == true;
    }
}

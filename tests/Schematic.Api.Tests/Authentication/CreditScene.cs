using Schematic.Contracts.Credits;
using Schematic.Gateway;

namespace Schematic.Api.Tests.Authentication;

/// <summary>A company with something of everything that has to do with credits.</summary>
/// <param name="PlanGrantId">Id of the credits that its plan includes.</param>
internal sealed record CreditScene(string CreditId, string BundleId, string PlanGrantId, string GrantId, string LeaseId)
{
    public static async Task<CreditScene> SetAsync(
        SchematicGateway gateway,
        string companyId,
        string planId,
        string tag,
        CancellationToken cancellationToken
    )
    {
        var credit = (
            await gateway.Credits.CreateAsync(
                new CreateBillingCreditRequestBody
                {
                    Name = $"credit-{tag}",
                    Description = "",
                    Currency = "usd",
                },
                cancellationToken
            )
        ).Data;
        var bundle = (
            await gateway.Credits.CreateBundleAsync(
                new CreateCreditBundleRequestBody
                {
                    BundleName = $"bundle-{tag}",
                    CreditId = credit.Id,
                    Currency = "usd",
                    PricePerUnit = 2,
                    Quantity = 100,
                },
                cancellationToken
            )
        ).Data;
        var grant = (
            await gateway.CompanyCredits.GrantAsync(
                new CreateCompanyCreditGrant
                {
                    CompanyId = companyId,
                    CreditId = credit.Id,
                    CreditBundleId = bundle.Id,
                    Quantity = 100,
                    Reason = BillingCreditGrantReason.Purchased,
                    RenewalEnabled = true,
                },
                $"request-{tag}",
                cancellationToken
            )
        ).Data;
        var lease = (
            await gateway.CompanyCredits.AcquireLeaseAsync(
                new AcquireCreditLeaseRequestBody
                {
                    CompanyId = companyId,
                    CreditTypeId = credit.Id,
                    RequestedAmount = 40,
                    // Nothing is to change by itself while the scene is looked at.
                    ExpiresAt = DateTimeOffset.UtcNow.AddDays(1),
                },
                cancellationToken
            )
        ).Data;
        await gateway.CompanyCredits.RunSelfCheckAsync(cancellationToken);
        var included = (
            await gateway.PlanCreditGrants.CreateAsync(
                new CreateBillingPlanCreditGrantRequestBody
                {
                    PlanId = planId,
                    CreditId = credit.Id,
                    CreditAmount = 3,
                    ResetCadence = BillingPlanCreditGrantResetCadence.Monthly,
                    ResetStart = BillingPlanCreditGrantResetStart.FirstOfMonth,
                    ApplyToExisting = true,
                },
                cancellationToken
            )
        ).Data;
        return new CreditScene(credit.Id, bundle.Id, included.Id, grant.Id, lease.Id);
    }
}

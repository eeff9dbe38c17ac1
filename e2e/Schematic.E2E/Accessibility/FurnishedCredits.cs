using Schematic.Contracts.Credits;
using Schematic.Gateway;

namespace Schematic.E2E.Accessibility;

/// <summary>A credit that is sold, and that a company has bought, was given and holds for a task.</summary>
internal sealed class FurnishedCredits(SchematicGateway gateway, CancellationToken cancellationToken)
{
    public const string CreditName = "AI tokens";

    public string CreditId { get; private set; } = "";

    public async Task FurnishAsync(string companyId)
    {
        CreditId = (
            await gateway.Credits.CreateAsync(
                new CreateBillingCreditRequestBody
                {
                    Name = CreditName,
                    Description = "Paid for by the answer.",
                    Currency = "usd",
                    PerUnitPrice = 2,
                },
                cancellationToken
            )
        ).Data.Id;
        await gateway.Credits.CreateBundleAsync(
            new CreateCreditBundleRequestBody
            {
                BundleName = "A thousand, with a name that does not fit everywhere",
                CreditId = CreditId,
                Currency = "usd",
                PricePerUnit = 2,
                Quantity = 1_000,
            },
            cancellationToken
        );
        await GrantAsync(companyId, BillingCreditGrantReason.Purchased, 1_000);
        await GrantAsync(companyId, BillingCreditGrantReason.Free, 250);
        await gateway.CompanyCredits.AcquireLeaseAsync(
            new AcquireCreditLeaseRequestBody
            {
                CompanyId = companyId,
                CreditTypeId = CreditId,
                RequestedAmount = 100.5,
                ExpiresAt = DateTimeOffset.UtcNow.AddDays(1),
            },
            cancellationToken
        );
    }

    private Task GrantAsync(string companyId, BillingCreditGrantReason reason, long quantity) =>
        gateway.CompanyCredits.GrantAsync(
            new CreateCompanyCreditGrant
            {
                CompanyId = companyId,
                CreditId = CreditId,
                Quantity = quantity,
                Reason = reason,
                ExpiresAt = reason == BillingCreditGrantReason.Free ? DateTimeOffset.UtcNow.AddDays(9) : null,
            },
            null,
            cancellationToken
        );
}

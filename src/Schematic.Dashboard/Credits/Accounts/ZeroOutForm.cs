using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>The cause of a removal of credits, being chosen.</summary>
public sealed class ZeroOutForm
{
    public BillingCreditGrantZeroedOutReason Reason { get; set; } = BillingCreditGrantZeroedOutReason.Manual;
}

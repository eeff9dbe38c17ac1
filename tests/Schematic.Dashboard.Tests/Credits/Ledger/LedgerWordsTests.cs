using Schematic.Contracts.Credits;
using Schematic.Dashboard.Credits;
using Schematic.Dashboard.Credits.Ledger;

namespace Schematic.Dashboard.Tests.Credits.Ledger;

public sealed class LedgerWordsTests
{
    private static readonly CreditEventLedgerResponseData Use = CreditSamples.Movement();

    public static TheoryData<string, string, string> Movements { get; } =
        new()
        {
            { "use", "Used for API calls", "−12.5" },
            { "refund", "Refunded for API calls", "+12.5" },
            { "uncovered", "Used without cover for API calls", "0" },
            { "hold", "Held for a task", "0" },
            { "release", "Returned by a hold", "0" },
            { "grant", "Granted: gift", "+12.5" },
            { "expired", "Removed: expired", "−12.5" },
            { "rollover", "Rolled over to another grant", "−12.5" },
        };

    [Theory]
    [MemberData(nameof(Movements))]
    public void A_movement_says_what_happened_and_what_it_changed(string name, string words, string change)
    {
        var row = name switch
        {
            "refund" => Use with { Amount = -12.5 },
            "uncovered" => Use with { GrantId = null },
            "hold" => Use with { UsageReason = CreditUsageReason.LeaseHold },
            "release" => Use with { UsageReason = CreditUsageReason.LeaseRelease },
            "grant" => Use with { EventType = CreditEventType.Grant, UsageReason = null },
            "expired" => Use with
            {
                EventType = CreditEventType.ZeroOut,
                UsageReason = null,
                ZeroedOutReason = BillingCreditGrantZeroedOutReason.Expired,
            },
            "rollover" => Use with { EventType = CreditEventType.Transfer, UsageReason = null },
            _ => Use,
        };

        Assert.Equal((words, change), (LedgerWords.Movement(row), CreditAmount.FormatChange(LedgerWords.Change(row))));
    }
}

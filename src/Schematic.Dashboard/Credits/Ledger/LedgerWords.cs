using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Credits.Ledger;

/// <summary>Movements of credits in words, and what they change.</summary>
internal static class LedgerWords
{
    public static IReadOnlyList<(string Value, string Text)> TypeOptions { get; } =
    [
        .. new[]
        {
            CreditEventType.Grant,
            CreditEventType.Usage,
            CreditEventType.ZeroOut,
            CreditEventType.Transfer,
        }.Select(static type => (WireEnum<CreditEventType>.ToWire(type), Title(type))),
    ];

    public static string Title(CreditEventType type) =>
        type switch
        {
            CreditEventType.Grant => "Granted",
            CreditEventType.Usage => "Used, held or returned",
            CreditEventType.ZeroOut => "Removed",
            CreditEventType.Transfer => "Rolled over",
            _ => "Unknown",
        };

    public static string ValueOf(CreditEventType? type) =>
        type is { } known ? WireEnum<CreditEventType>.ToWire(known) : "";

    public static CreditEventType? TypeOf(string value) =>
        WireEnum<CreditEventType>.TryParse(value, out var type) ? type : null;

    /// <summary>A movement in words: "Used for API calls", "Removed: expired".</summary>
    public static string Movement(CreditEventLedgerResponseData row) =>
        row.EventType switch
        {
            CreditEventType.Grant => row.GrantReason is { } reason
                ? $"Granted: {CreditWords.Lower(CreditWords.Title(reason))}"
                : "Granted",
            CreditEventType.ZeroOut => row.ZeroedOutReason is { } reason
                ? $"Removed: {CreditWords.Lower(CreditWords.Title(reason))}"
                : "Removed",
            CreditEventType.Transfer => "Rolled over to another grant",
            CreditEventType.Usage => Usage(row),
            _ => "Unknown movement",
        };

    /// <summary>Change that the movement made to the company's settled balance.</summary>
    /// <remarks>
    /// A hold only reserves, and its release only returns: neither changes what is settled. What rolls over leaves one
    /// grant here, and arrives by the row of the grant that it was given to.
    /// </remarks>
    public static decimal Change(CreditEventLedgerResponseData row)
    {
        var amount = CreditAmount.FromWire(row.Amount);
        return row switch
        {
            { EventType: CreditEventType.Grant } => amount,
            { EventType: CreditEventType.ZeroOut or CreditEventType.Transfer } => -amount,
            { UsageReason: CreditUsageReason.LeaseHold or CreditUsageReason.LeaseRelease } => 0,
            { EventType: CreditEventType.Usage, GrantId: not null } => -amount,
            _ => 0,
        };
    }

    /// <summary>True for usage that no grant covered.</summary>
    public static bool IsUncovered(CreditEventLedgerResponseData row) =>
        row is { EventType: CreditEventType.Usage, GrantId: null };

    /// <summary>True for what only moves credits between the balance and a hold.</summary>
    public static bool IsHold(CreditEventLedgerResponseData row) =>
        row.UsageReason is CreditUsageReason.LeaseHold or CreditUsageReason.LeaseRelease;

    private static string Usage(CreditEventLedgerResponseData row) =>
        row.UsageReason switch
        {
            CreditUsageReason.LeaseHold => "Held for a task",
            CreditUsageReason.LeaseRelease => "Returned by a hold",
            CreditUsageReason.ManualAdjustment => "Corrected by hand",
            CreditUsageReason.Reconciliation => "Correction of the records",
            _ when IsUncovered(row) => $"Used without cover{For(row)}",
            _ when row.Amount < 0 => $"Refunded{For(row)}",
            _ => $"Used{For(row)}",
        };

    private static string? For(CreditEventLedgerResponseData row) =>
        row.Feature is { } feature ? $" for {feature.Name}" : null;
}

using Schematic.Contracts.Billing;

namespace Schematic.Contracts.Credits;

/// <summary>Balance of one credit of a company, in credits.</summary>
public sealed record CompanyCreditBalanceResponseData
{
    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }

    /// <summary>Credits that can be spent, without those that an open lease holds.</summary>
    public required double Remaining { get; init; }

    /// <summary>Credits that the open lease holds and has not spent; 0 without one.</summary>
    public required double Reserved { get; init; }

    /// <summary>Credits remaining and reserved together; the number to show to people.</summary>
    public required double Settled { get; init; }

    /// <summary>System whose ledger decides the balance.</summary>
    public required BillingProviderType Source { get; init; }

    /// <summary>Credits in all grants that can be drawn now, as granted; null if unknown.</summary>
    public double? Total { get; init; }
}

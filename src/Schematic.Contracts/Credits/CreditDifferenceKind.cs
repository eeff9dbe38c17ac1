using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Number of credits that a check found to differ.</summary>
public enum CreditDifferenceKind
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Remaining credits of a balance; its grants and the ledger say otherwise.</summary>
    [JsonStringEnumMemberName("balance_remaining")]
    BalanceRemaining,

    /// <summary>Reserved credits of a balance; what its grants hold for a lease says otherwise.</summary>
    [JsonStringEnumMemberName("balance_held")]
    BalanceHeld,

    /// <summary>Total of a balance; the quantities of the grants with something left say otherwise.</summary>
    [JsonStringEnumMemberName("balance_total")]
    BalanceTotal,

    /// <summary>Credits that a grant holds for a lease; the ledger says otherwise.</summary>
    [JsonStringEnumMemberName("grant_held")]
    GrantHeld,

    /// <summary>Quantity of a grant; what the ledger says was granted and refunded into it says otherwise.</summary>
    [JsonStringEnumMemberName("grant_quantity")]
    GrantQuantity,

    /// <summary>Remaining credits of a grant; the ledger says otherwise.</summary>
    [JsonStringEnumMemberName("grant_remaining")]
    GrantRemaining,

    /// <summary>Credits removed from a grant; what the ledger says was zeroed out or moved says otherwise.</summary>
    [JsonStringEnumMemberName("grant_removed")]
    GrantRemoved,

    /// <summary>Credits spent of a grant, by what is left of it; the ledger says otherwise.</summary>
    [JsonStringEnumMemberName("grant_used")]
    GrantUsed,

    /// <summary>Reserved credits of a balance; what its open lease has not spent says otherwise.</summary>
    [JsonStringEnumMemberName("lease_held")]
    LeaseHeld,

    /// <summary>Balance in the last row of the ledger; the sum of all rows says otherwise.</summary>
    [JsonStringEnumMemberName("running_balance")]
    RunningBalance,
}

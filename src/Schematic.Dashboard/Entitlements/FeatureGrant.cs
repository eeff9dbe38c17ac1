namespace Schematic.Dashboard.Entitlements;

/// <summary>A source that says how much of a feature a company gets, and whether it is the one that counts.</summary>
internal sealed record FeatureGrant
{
    /// <summary>Id of the plan entitlement or of the override.</summary>
    public required string Id { get; init; }

    public required GrantSource Source { get; init; }

    public required GrantOutcome Outcome { get; init; }

    /// <summary>Null if the API does not say.</summary>
    public EntitlementValue? Value { get; init; }

    /// <summary>Id of the plan or add-on; null for an override.</summary>
    public string? PlanId { get; init; }

    /// <summary>Name of the plan or add-on with its version, such as "Pro v2"; null for an override.</summary>
    public string? PlanName { get; init; }

    /// <summary>Null for a plan, and for an override that stays.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>Kind of thing that gives a feature.</summary>
internal enum GrantSource
{
    Plan,
    AddOn,
    Override,
}

/// <summary>Fate of one plan, add-on or override that speaks of a feature.</summary>
internal enum GrantOutcome
{
    /// <summary>It is the one that counts.</summary>
    Applied,

    /// <summary>Another one gives more.</summary>
    Outbid,

    /// <summary>An override takes the feature away.</summary>
    TakenAway,

    /// <summary>The override has expired, and counts as absent.</summary>
    Expired,
}

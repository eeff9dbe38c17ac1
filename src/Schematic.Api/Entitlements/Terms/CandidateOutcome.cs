namespace Schematic.Api.Entitlements.Terms;

/// <summary>Fate of one of the entitlements that a company has to a feature.</summary>
/// <param name="LostTo">A more generous entitlement; null unless outbid.</param>
internal sealed record CandidateOutcome(EntitlementTerms Terms, CandidateStatus Status, EntitlementTerms? LostTo)
{
    public static CandidateOutcome Applied(EntitlementTerms terms) => new(terms, CandidateStatus.Applied, null);

    public static CandidateOutcome Expired(EntitlementTerms terms) => new(terms, CandidateStatus.Expired, null);

    public static CandidateOutcome Outbid(EntitlementTerms terms, EntitlementTerms winner) =>
        new(terms, CandidateStatus.Outbid, winner);
}

/// <summary>Whether an entitlement counts, and if not, why.</summary>
internal enum CandidateStatus
{
    /// <summary>It is the one that counts.</summary>
    Applied,

    /// <summary>It has expired and counts as absent.</summary>
    Expired,

    /// <summary>Another one gives more, or takes the feature away.</summary>
    Outbid,
}

using Schematic.Api.Entitlements.Terms;

namespace Schematic.Api.Tests.Entitlements.Agreement;

/// <summary>Everything that the server was told, in plain lists, for a test to compute from.</summary>
internal sealed class ToldWorld
{
    public List<ToldFeature> Features { get; } = [];

    public List<ToldPlan> Plans { get; } = [];

    /// <summary>Oldest first.</summary>
    public List<ToldCompany> Companies { get; } = [];

    /// <summary>Traits of companies that hold limits and usage.</summary>
    public List<ToldTrait> Traits { get; } = [];

    public List<string> Subtypes { get; } = [];
}

internal sealed record ToldTrait(string Id, string Name);

/// <param name="Subtype">The event that is counted; null unless it is an event feature.</param>
/// <param name="TraitId">The trait that holds the usage; null unless it is a trait feature.</param>
/// <param name="Standard">What the only rule of its flag says; null if it has none.</param>
internal sealed record ToldFeature(
    string Id,
    string Key,
    string? Subtype,
    string? TraitId,
    bool Default,
    bool? Standard
);

internal sealed class ToldPlan(string id, bool isAddOn)
{
    public string Id => id;

    public bool IsAddOn => isAddOn;

    /// <summary>What the draft gives, by feature; what is published where there is none.</summary>
    public Dictionary<string, EntitlementTerms> Draft { get; } = [];

    public bool HasDraft { get; set; } = true;

    public ToldVersion? Published { get; set; }
}

/// <param name="Gives">By feature.</param>
internal sealed record ToldVersion(ToldPlan Plan, IReadOnlyDictionary<string, EntitlementTerms> Gives);

internal sealed class ToldCompany(string id, string domain)
{
    public string Id => id;

    public string Domain => domain;

    /// <summary>Texts by trait.</summary>
    public Dictionary<string, string> Traits { get; } = [];

    public List<ToldVersion> Versions { get; } = [];

    /// <summary>By feature, expired ones too.</summary>
    public Dictionary<string, EntitlementTerms> Overrides { get; } = [];

    public List<ToldEvent> Events { get; } = [];
}

internal sealed record ToldEvent(string Subtype, long Quantity, DateTimeOffset At);

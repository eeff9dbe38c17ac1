using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>The address of the board of overrides. Searches the names of companies and features.</summary>
public sealed record OverridesListQuery : ListQuery<OverridesListQuery>
{
    public const string Active = "active";
    public const string Expiring = "expiring";
    public const string Expired = "expired";
    public const string WithoutNote = "without_note";

    /// <summary>Overrides that change nothing, because the plan is at least as generous.</summary>
    public const string NoEffect = "no_effect";

    private static readonly string[] Kinds = [Active, Expiring, Expired, NoEffect, WithoutNote];

    /// <summary>Overrides that end within this time are expiring.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <summary>Only overrides for this feature; empty for all.</summary>
    public string FeatureId { get; init; } = "";

    /// <summary>Kind of overrides that somebody has to look after; empty for all overrides.</summary>
    public string Show { get; init; } = "";

    public override bool IsFiltered => base.IsFiltered || FeatureId.Length > 0 || Show.Length > 0;

    /// <summary>Filters and page as the API has them.</summary>
    public CompanyOverridesQuery ToContract(DateTimeOffset now) =>
        new()
        {
            Q = SearchOrNull,
            FeatureId = FeatureId.Length == 0 ? null : FeatureId,
            IsExpired = Show == Expired ? true : null,
            WithoutExpired = Show is Active or NoEffect ? true : null,
            ExpiresAfter = Show == Expiring ? now : null,
            ExpiresBefore = Show == Expiring ? now + Soon : null,
            WithoutNote = Show == WithoutNote ? true : null,
            Limit = Size,
            Offset = Offset,
        };

    protected override OverridesListQuery ReadFilters(UrlReader url) =>
        this with
        {
            FeatureId = url.Text("feature"),
            Show = Kinds.Contains(url.Text("show")) ? url.Text("show") : "",
        };

    protected override void WriteFilters(UrlWriter url) => url.Add("feature", FeatureId).Add("show", Show);
}

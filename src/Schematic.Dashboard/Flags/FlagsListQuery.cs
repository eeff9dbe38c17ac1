using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags;

/// <summary>The address of the list of flags. Searches names, keys and ids.</summary>
public sealed record FlagsListQuery : ListQuery<FlagsListQuery>
{
    /// <summary>The feature whose flag is looked for; empty for all.</summary>
    public string FeatureId { get; init; } = "";

    public FlagMode? Mode { get; init; }

    /// <summary>Only those that no application has asked for in <see cref="FlagsSource.StaleAfter"/>.</summary>
    public bool IsStale { get; init; }

    public override bool IsFiltered => base.IsFiltered || FeatureId.Length > 0 || IsFilteredInMemory;

    /// <summary>True where rows are left out that the API would list.</summary>
    public bool IsFilteredInMemory => Mode is not null || IsStale;

    public FlagsQuery ToContract() =>
        new()
        {
            Q = SearchOrNull,
            FeatureId = FeatureId.Length == 0 ? null : FeatureId,
            Limit = Size,
            Offset = Offset,
        };

    protected override FlagsListQuery ReadFilters(UrlReader url) =>
        this with
        {
            FeatureId = url.Text("feature"),
            Mode = url.Enum<FlagMode>("mode"),
            IsStale = url.Flag("stale"),
        };

    protected override void WriteFilters(UrlWriter url) =>
        url.Add("feature", FeatureId).Add("mode", Mode).Add("stale", IsStale);
}

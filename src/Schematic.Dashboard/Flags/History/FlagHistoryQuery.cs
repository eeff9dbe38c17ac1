using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags.History;

/// <summary>The page of a flag's history that its address names.</summary>
public sealed record FlagHistoryQuery : ListQuery, IUrlQuery<FlagHistoryQuery>
{
    public override bool IsFiltered => false;

    public static FlagHistoryQuery FromUri(UrlReader url) => ReadPage(new FlagHistoryQuery(), url);

    public FlagRuleSavesQuery ToContract() => new() { Limit = Size, Offset = Offset };

    protected override void WriteFilters(UrlWriter url) { }
}

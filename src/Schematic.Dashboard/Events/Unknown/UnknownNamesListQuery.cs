using Schematic.Contracts.Insights;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Events.Unknown;

/// <summary>The address of the list of names that no feature and no rule uses. Searches the names.</summary>
public sealed record UnknownNamesListQuery : ListQuery<UnknownNamesListQuery>
{
    /// <summary>Null for names of every kind.</summary>
    public UnknownNameKind? Kind { get; init; }

    public override bool IsFiltered => base.IsFiltered || Kind is not null;

    public UnknownNamesQuery ToContract() =>
        new()
        {
            Q = SearchOrNull,
            Kinds = Kind is { } kind ? [kind] : null,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>The first page of one kind; null for all.</summary>
    public UnknownNamesListQuery OfKind(UnknownNameKind? kind) => this with { Kind = kind, Page = 1 };

    protected override UnknownNamesListQuery ReadFilters(UrlReader url) =>
        this with
        {
            Kind = url.Enum<UnknownNameKind>("kind"),
        };

    protected override void WriteFilters(UrlWriter url) => url.Add("kind", Kind);
}

using Schematic.Contracts.Environments;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Environments;

/// <summary>The address of the list of environments: its page, nothing to filter by.</summary>
internal sealed record EnvironmentsListQuery : ListQuery, IUrlQuery<EnvironmentsListQuery>
{
    public override bool IsFiltered => false;

    public static EnvironmentsListQuery FromUri(UrlReader url) => ReadPage(new EnvironmentsListQuery(), url);

    public EnvironmentsQuery ToContract() => new() { Limit = Size, Offset = Offset };

    protected override void WriteFilters(UrlWriter url) { }
}

using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>The address of the list of a user's companies: its page.</summary>
internal sealed record MembershipsListQuery : ListQuery, IUrlQuery<MembershipsListQuery>
{
    public override bool IsFiltered => false;

    public static MembershipsListQuery FromUri(UrlReader url) => ReadPage(new MembershipsListQuery(), url);

    protected override void WriteFilters(UrlWriter url)
    {
    }
}

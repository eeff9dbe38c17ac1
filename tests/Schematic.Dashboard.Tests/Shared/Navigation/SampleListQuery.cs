using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Navigation;

/// <summary>A list with several values of a filter, two columns to sort by and two to hide.</summary>
public sealed record SampleListQuery : ListQuery<SampleListQuery>
{
    public static ListColumn Name { get; } = new("Name") { Sort = "name" };

    public static ListColumn Created { get; } = new("Created") { Name = "created", Sort = "created_at" };

    public static ListColumn Id { get; } = new("Id") { Name = "id", IsShown = false };

    public string Plans { get; init; } = "";

    public override IReadOnlyList<ListColumn> Columns => [Name, Created, Id];

    public override bool IsFiltered => base.IsFiltered || Plans.Length > 0;

    protected override SampleListQuery ReadFilters(UrlReader url) =>
        this with
        {
            Plans = string.Join('\n', url.Texts("plan")),
        };

    protected override void WriteFilters(UrlWriter url) =>
        url.Add("plan", Plans.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}

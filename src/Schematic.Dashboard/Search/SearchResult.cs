using Schematic.Contracts.Search;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Search;

/// <summary>A line of the search: a thing, a page or an action, each with its address.</summary>
/// <param name="Detail">What tells it from others of that name: a key; null for nothing.</param>
/// <param name="Mark">Names of the keys that match exactly; null for a match in a text.</param>
internal sealed record SearchResult(string Url, string Title, string Icon, string? Detail = null, string? Mark = null)
{
    private const int LongestDetail = 120;

    public static SearchResult FromContract(string environmentId, SearchHitResponseData hit) =>
        new(
            UrlOf(environmentId, hit),
            hit.Name,
            IconOf(hit.Kind),
            hit.Key is { } key ? ShortText.Cut(key, LongestDetail) : null,
            hit.MatchedKeys.Count == 0 ? null : string.Join(", ", hit.MatchedKeys)
        );

    public static string GroupOf(SearchKind kind) =>
        kind switch
        {
            SearchKind.Company => "Companies",
            SearchKind.User => "Users",
            SearchKind.Flag => "Flags",
            SearchKind.Feature => "Features",
            SearchKind.Plan => "Plans and add-ons",
            SearchKind.Credit => "Credits",
            _ => "Other",
        };

    private static string UrlOf(string environmentId, SearchHitResponseData hit) =>
        hit.Kind switch
        {
            SearchKind.Company => DashboardUrls.Company(environmentId, hit.Id),
            SearchKind.User => DashboardUrls.User(environmentId, hit.Id),
            SearchKind.Flag => DashboardUrls.Flag(environmentId, hit.Id),
            SearchKind.Feature => DashboardUrls.Feature(environmentId, hit.Id),
            SearchKind.Plan => DashboardUrls.Plan(environmentId, hit.Id),
            SearchKind.Credit => DashboardUrls.Credit(environmentId, hit.Id),
            _ => DashboardUrls.Environment(environmentId),
        };

    private static string IconOf(SearchKind kind) =>
        kind switch
        {
            SearchKind.Company => Icons.Building,
            SearchKind.User => Icons.User,
            SearchKind.Flag => Icons.Flag,
            SearchKind.Feature => Icons.Sparkle,
            SearchKind.Plan => Icons.Layers,
            SearchKind.Credit => Icons.Coins,
            _ => Icons.Search,
        };
}

/// <summary>Results under one heading.</summary>
internal sealed record SearchGroup(string Title, IReadOnlyList<SearchResult> Results);

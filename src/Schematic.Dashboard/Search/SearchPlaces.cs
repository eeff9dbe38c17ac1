using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Search;

/// <summary>The pages and actions of the console that a search finds by part of their names.</summary>
internal static class SearchPlaces
{
    public static IEnumerable<SearchResult> Pages(string environmentId, string text) =>
        NavigationMenu
            .Groups.SelectMany(static group => group)
            .Select(page => new SearchResult(page.UrlIn(environmentId), page.Item.Title, page.Item.Icon))
            .Append(new(DashboardUrls.UnknownFlags(environmentId), "Unknown flags", Icons.Flag))
            .Append(new(DashboardUrls.UnknownNames(environmentId), "Unknown names", Icons.Activity))
            .Append(new(DashboardUrls.PlanMatrix(environmentId), "Plan matrix", Icons.Table))
            .Append(new(DashboardUrls.CreditLedger(environmentId), "Credit ledger", Icons.Coins))
            .Append(new(DashboardUrls.Account(environmentId), "My account", Icons.User))
            .Where(page => Matches(page.Title, text))
            .DistinctBy(static page => page.Url);

    public static IEnumerable<SearchResult> Actions(string environmentId, string text)
    {
        SearchResult[] all =
        [
            new(DashboardUrls.NewCompany(environmentId), "Create a company", Icons.Plus),
            new(DashboardUrls.NewUser(environmentId), "Create a user", Icons.Plus),
            new(DashboardUrls.NewFlag(environmentId), "Create a flag", Icons.Plus),
            new(DashboardUrls.NewFeature(environmentId), "Create a feature", Icons.Plus),
            new(DashboardUrls.NewPlan(environmentId), "Create a plan", Icons.Plus),
            new(DashboardUrls.NewAddOn(environmentId), "Create an add-on", Icons.Plus),
            new(DashboardUrls.NewCredit(environmentId), "Create a type of credits", Icons.Plus),
        ];
        return text.Length == 0 ? [] : all.Where(action => Matches(action.Title.Replace("Create", "Create new"), text));
    }

    // Every word at the beginning of one: "com" is Companies, "ne co" is Create new company.
    private static bool Matches(string title, string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => title.Split(' ', '-').Any(part => part.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
}

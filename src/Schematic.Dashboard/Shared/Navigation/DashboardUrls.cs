using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>
/// Every address of the console, and the route of every page. Routes are constants for <c>@attribute [Route(…)]</c>;
/// methods build the addresses for links and tests.
/// </summary>
internal static class DashboardUrls
{
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string SetUp = "/setup";
    public const string Join = "/join";
    public const string Error = "/error";
    public const string NotFound = "/not-found";
    public const string Live = "/health/live";

    public const string EnvironmentRoute = "/env/{EnvironmentId}";
    public const string CompaniesRoute = EnvironmentRoute + "/companies";
    public const string NewCompanyRoute = CompaniesRoute + "/new";
    public const string CompanyRoute = CompaniesRoute + "/{CompanyId}";
    public const string CompanyTabRoute = CompanyRoute + "/{Tab}";
    public const string OverridesRoute = EnvironmentRoute + "/overrides";
    public const string UsersRoute = EnvironmentRoute + "/users";
    public const string NewUserRoute = UsersRoute + "/new";
    public const string UserRoute = UsersRoute + "/{UserId}";
    public const string UserTabRoute = UserRoute + "/{Tab}";
    public const string FeaturesRoute = EnvironmentRoute + "/features";
    public const string NewFeatureRoute = FeaturesRoute + "/new";
    public const string FeatureRoute = FeaturesRoute + "/{FeatureId}";
    public const string FlagsRoute = EnvironmentRoute + "/flags";
    public const string NewFlagRoute = FlagsRoute + "/new";
    public const string UnknownFlagsRoute = FlagsRoute + "/unknown";
    public const string FlagRoute = FlagsRoute + "/{FlagId}";
    public const string FlagTabRoute = FlagRoute + "/{Tab}";
    public const string PlansRoute = EnvironmentRoute + "/plans";
    public const string NewPlanRoute = PlansRoute + "/new";
    public const string PlanMatrixRoute = PlansRoute + "/matrix";
    public const string PlanRoute = PlansRoute + "/{PlanId}";
    public const string PlanTabRoute = PlanRoute + "/{Tab}";
    public const string AddOnsRoute = EnvironmentRoute + "/add-ons";
    public const string NewAddOnRoute = AddOnsRoute + "/new";
    public const string CreditsRoute = EnvironmentRoute + "/credits";
    public const string NewCreditRoute = CreditsRoute + "/new";
    public const string CreditLedgerRoute = CreditsRoute + "/ledger";
    public const string CreditRoute = CreditsRoute + "/{CreditId}";
    public const string EventsRoute = EnvironmentRoute + "/events";
    public const string UnknownNamesRoute = EventsRoute + "/unknown";
    public const string EventRoute = EventsRoute + "/{EventId}";
    public const string EnvironmentsRoute = EnvironmentRoute + "/settings/environments";
    public const string ApiKeysRoute = EnvironmentRoute + "/settings/api-keys";
    public const string TeamRoute = EnvironmentRoute + "/settings/team";
    public const string AuditLogRoute = EnvironmentRoute + "/settings/audit-log";
    public const string AuditEntryRoute = AuditLogRoute + "/{EntryId}";
    public const string AccountRoute = EnvironmentRoute + "/settings/account";

    /// <summary>The tab of a company with its flag checks.</summary>
    public const string ChecksTab = "checks";

    /// <summary>The tab of a company with every flag and its verdict, and that of a user.</summary>
    public const string FlagsTab = "flags";

    /// <summary>The tab of a company with its users.</summary>
    public const string UsersTab = "users";

    /// <summary>The tab of a company with its usage of features.</summary>
    public const string UsageTab = "usage";

    /// <summary>The tab of whatever was changed, with who changed it.</summary>
    public const string HistoryTab = "history";

    /// <summary>The tab of a company with its credits, and that of a plan.</summary>
    public const string CreditsTab = "credits";

    // The pages that need no id besides the environment's, longest first where one is the beginning of another.
    private static readonly string[] Sections =
    [
        .. typeof(DashboardUrls)
            .Assembly.GetTypes()
            .SelectMany(static page => page.GetCustomAttributes<RouteAttribute>())
            .Where(static route => route.Template.StartsWith(EnvironmentRoute + "/", StringComparison.Ordinal))
            .Select(static route => route.Template[(EnvironmentRoute.Length + 1)..])
            .Where(static section => !section.Contains('{', StringComparison.Ordinal))
            .OrderByDescending(static section => section.Length),
    ];

    /// <summary>A page that needs no id besides the environment's, by its route.</summary>
    public static string Page(string route, string environmentId, IUrlQuery? query = null) =>
        WithQuery(route.Replace("{EnvironmentId}", Segment(environmentId), StringComparison.Ordinal), query);

    /// <summary>The page at <paramref name="path"/> with another query.</summary>
    public static string WithQuery(string path, IUrlQuery? query) => path + query?.ToUri();

    public static string Environment(string environmentId) => $"/env/{Segment(environmentId)}";

    public static string Companies(string environmentId, IUrlQuery? query = null) =>
        Page(CompaniesRoute, environmentId, query);

    public static string NewCompany(string environmentId, IUrlQuery? query = null) =>
        Page(NewCompanyRoute, environmentId, query);

    /// <param name="tab">Left out for the first tab.</param>
    public static string Company(string environmentId, string companyId, string? tab = null, IUrlQuery? query = null) =>
        $"{Environment(environmentId)}/companies/{Segment(companyId)}{Tab(tab)}{query?.ToUri()}";

    public static string Overrides(string environmentId, IUrlQuery? query = null) =>
        Page(OverridesRoute, environmentId, query);

    public static string Users(string environmentId, IUrlQuery? query = null) => Page(UsersRoute, environmentId, query);

    public static string NewUser(string environmentId, IUrlQuery? query = null) =>
        Page(NewUserRoute, environmentId, query);

    /// <param name="tab">Left out for the first tab.</param>
    public static string User(string environmentId, string userId, string? tab = null, IUrlQuery? query = null) =>
        $"{Environment(environmentId)}/users/{Segment(userId)}{Tab(tab)}{query?.ToUri()}";

    public static string Features(string environmentId, IUrlQuery? query = null) =>
        Page(FeaturesRoute, environmentId, query);

    public static string NewFeature(string environmentId, IUrlQuery? query = null) =>
        Page(NewFeatureRoute, environmentId, query);

    public static string Feature(string environmentId, string featureId, IUrlQuery? query = null) =>
        $"{Environment(environmentId)}/features/{Segment(featureId)}{query?.ToUri()}";

    public static string Flags(string environmentId, IUrlQuery? query = null) => Page(FlagsRoute, environmentId, query);

    public static string NewFlag(string environmentId, IUrlQuery? query = null) =>
        Page(NewFlagRoute, environmentId, query);

    public static string UnknownFlags(string environmentId, IUrlQuery? query = null) =>
        Page(UnknownFlagsRoute, environmentId, query);

    /// <param name="flagId">Its id, or its key.</param>
    /// <param name="tab">Left out for the first tab.</param>
    public static string Flag(string environmentId, string flagId, string? tab = null, IUrlQuery? query = null) =>
        $"{Environment(environmentId)}/flags/{Segment(flagId)}{Tab(tab)}{query?.ToUri()}";

    public static string Plans(string environmentId, IUrlQuery? query = null) => Page(PlansRoute, environmentId, query);

    public static string NewPlan(string environmentId) => Page(NewPlanRoute, environmentId);

    public static string PlanMatrix(string environmentId, IUrlQuery? query = null) =>
        Page(PlanMatrixRoute, environmentId, query);

    public static string AddOns(string environmentId, IUrlQuery? query = null) =>
        Page(AddOnsRoute, environmentId, query);

    public static string NewAddOn(string environmentId) => Page(NewAddOnRoute, environmentId);

    /// <param name="planId">Id of a plan or an add-on.</param>
    /// <param name="tab">Left out for the first tab.</param>
    public static string Plan(string environmentId, string planId, string? tab = null, IUrlQuery? query = null) =>
        $"{Environment(environmentId)}/plans/{Segment(planId)}{Tab(tab)}{query?.ToUri()}";

    public static string Credits(string environmentId, IUrlQuery? query = null) =>
        Page(CreditsRoute, environmentId, query);

    public static string NewCredit(string environmentId) => Page(NewCreditRoute, environmentId);

    public static string CreditLedger(string environmentId, IUrlQuery? query = null) =>
        Page(CreditLedgerRoute, environmentId, query);

    public static string Credit(string environmentId, string creditId) =>
        $"{Environment(environmentId)}/credits/{Segment(creditId)}";

    public static string Events(string environmentId, IUrlQuery? query = null) =>
        Page(EventsRoute, environmentId, query);

    public static string UnknownNames(string environmentId, IUrlQuery? query = null) =>
        Page(UnknownNamesRoute, environmentId, query);

    public static string Event(string environmentId, string eventId) =>
        $"{Environment(environmentId)}/events/{Segment(eventId)}";

    public static string Environments(string environmentId, IUrlQuery? query = null) =>
        Page(EnvironmentsRoute, environmentId, query);

    public static string ApiKeys(string environmentId, IUrlQuery? query = null) =>
        Page(ApiKeysRoute, environmentId, query);

    public static string Team(string environmentId, IUrlQuery? query = null) => Page(TeamRoute, environmentId, query);

    public static string AuditLog(string environmentId, IUrlQuery? query = null) =>
        Page(AuditLogRoute, environmentId, query);

    public static string AuditEntry(string environmentId, string entryId) =>
        $"{AuditLog(environmentId)}/{Segment(entryId)}";

    /// <summary>The link of an invitation.</summary>
    /// <param name="token">Its secret.</param>
    public static string JoinWith(string token) => $"{Join}?token={Uri.EscapeDataString(token)}";

    public static string Account(string environmentId) => Page(AccountRoute, environmentId);

    public static string SignInThenReturnTo(string returnUrl) =>
        returnUrl is Home or "" ? SignIn : $"{SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>
    /// The same kind of page in another environment. What belongs to the first environment alone (an id, a filter) is
    /// left behind: it would name nothing there.
    /// </summary>
    /// <param name="currentPath">Path of the present page, from the root.</param>
    public static string InEnvironment(string currentPath, string environmentId)
    {
        var parts = currentPath.Trim('/').Split('/', 3);
        var rest = parts is ["env", _, var page] ? page.Split('?', '#')[0] : "";
        var section = Sections.FirstOrDefault(known =>
            rest == known || rest.StartsWith(known + "/", StringComparison.Ordinal)
        );
        return section is null ? Environment(environmentId) : $"{Environment(environmentId)}/{section}";
    }

    /// <summary>True for an address of this console: only such may be returned to after signing in.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);

    private static string Segment(string value) => Uri.EscapeDataString(value);

    private static string Tab(string? tab) => string.IsNullOrEmpty(tab) ? "" : $"/{Segment(tab)}";
}

namespace Schematic.Api.Hosting.Description;

/// <summary>
/// The part of <see cref="OperationSummaries"/> on who gets plans: audiences, roles, changes and migrations.
/// </summary>
internal static class PlanSummaries
{
    public static readonly IReadOnlyDictionary<string, (string Summary, string? Description)> Texts = new Dictionary<
        string,
        (string Summary, string? Description)
    >
    {
        ["countAudienceCompanies"] = ("Count companies that conditions match", "The conditions need not be saved."),
        ["countMigrationCompanies"] = ("Count companies of a migration", "Takes the filters of the list."),
        ["countMigrations"] = ("Count migrations", "Takes the filters of the list."),
        ["countPlanChanges"] = ("Count changes of plans", "Takes the filters of the list."),
        ["createMigration"] = (
            "Move companies to a version of their plan",
            "More than 500 companies are moved in the background: the migration tells how far it is."
        ),
        ["deletePlanAudience"] = ("Delete the audience of a plan", "Who has the plan through it loses the plan."),
        ["getMigration"] = ("Get a migration", "With the number of companies that have been dealt with so far."),
        ["getPlanAudience"] = ("Get the audience of a plan", "With how far a change of it has come."),
        ["getPlanChange"] = ("Get a change of plans", null),
        ["getPlanGrowth"] = (
            "Get the number of companies on each plan",
            "Month by month, up to now; add-ons are left out."
        ),
        ["getPlanRoles"] = ("Get the plans of new companies and of those that have lost theirs", null),
        ["listAudienceCompanies"] = ("List companies that conditions match", "Newest first."),
        ["listMigrationCompanies"] = ("List companies of a migration", "Each with what has become of it."),
        ["listMigrations"] = ("List migrations", "Those to or from a version of a plan, newest first."),
        ["listPlanChanges"] = (
            "List changes of companies' plans",
            "Newest first, each with the plans before and after it and who made it."
        ),
        ["previewMigration"] = ("Preview a migration", "Lists the companies that it would move, and moves none."),
        ["retryMigration"] = ("Retry a migration", "Moves the companies once more that could not be moved."),
        ["updatePlanAudience"] = (
            "Update the audience of a plan",
            "Every company that matches gets the plan, in the background; who matches no longer loses it."
        ),
        ["updatePlanRoles"] = ("Update the plans of new companies and of those that have lost theirs", null),
    };
}

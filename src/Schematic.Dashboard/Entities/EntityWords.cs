using Schematic.Contracts.Entities;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Entities;

/// <summary>Names and addresses of the two kinds of entity.</summary>
internal static class EntityWords
{
    private static readonly Noun Company = new("company", "companies");
    private static readonly Noun User = new("user", "users");

    public static Noun GetNoun(EntityType type) => type == EntityType.User ? User : Company;

    /// <summary>Noun for use in a sentence: "company", "user".</summary>
    public static string Noun(EntityType type) => GetNoun(type).One;

    /// <summary>With its article: "a company", "a user".</summary>
    public static string ANoun(EntityType type) => $"a {Noun(type)}";

    public static string Plural(EntityType type) => GetNoun(type).Many;

    public static string Icon(EntityType type) => type == EntityType.User ? Icons.User : Icons.Building;

    /// <summary>Prefix of every id.</summary>
    public static string IdPrefix(EntityType type) => type == EntityType.User ? "user_" : "comp_";

    /// <summary>A key such an entity often has, as an example.</summary>
    public static string KeyExample(EntityType type) => type == EntityType.User ? "email" : "domain";

    /// <summary>The longest name the API takes.</summary>
    public static int MaxName(EntityType type) => type == EntityType.User ? 255 : 256;

    /// <summary>Permission to create, change and delete such an entity.</summary>
    public static AccountMemberPermission Needs(EntityType type) =>
        type == EntityType.User ? AccountMemberPermission.CompanyUsersEdit : AccountMemberPermission.CompaniesEdit;

    public static string Url(string environmentId, EntityType type, string id) =>
        type == EntityType.User ? DashboardUrls.User(environmentId, id) : DashboardUrls.Company(environmentId, id);
}
